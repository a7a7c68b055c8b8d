package io.facet.valuation;

import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes the expert's place: prices a stone, says in which range, and why. */
public final class Appraiser {

  private static final Caveat UNFAMILIAR =
      new Caveat(
          "unfamiliar",
          "The model has seen hardly any stone like this one: the range is wider than usual.");

  private final PriceModel model;
  private final Uncertainty uncertainty;
  private final ReferenceStone reference;
  private final RangeCalibration ranges;
  private final TrainingDomain domain;
  private final double[] referenceFactors;
  private final double referencePrice;

  /** An appraiser that is as sure of one stone as of another of its weight. */
  public Appraiser(
      PriceModel model, ReferenceStone reference, RangeCalibration ranges, TrainingDomain domain) {
    this(model, Uncertainty.EVEN, reference, ranges, domain);
  }

  public Appraiser(
      PriceModel model,
      Uncertainty uncertainty,
      ReferenceStone reference,
      RangeCalibration ranges,
      TrainingDomain domain) {
    this.model = model;
    this.uncertainty = uncertainty;
    this.reference = reference;
    this.ranges = ranges;
    this.domain = domain;
    this.referenceFactors = Factor.all(reference.stone());
    this.referencePrice = Math.exp(model.logPrice(referenceFactors));
    if (!(referencePrice > 0 && Double.isFinite(referencePrice))) {
      throw new IllegalArgumentException("the reference stone has no price: " + referencePrice);
    }
  }

  public PriceModel model() {
    return model;
  }

  /**
   * The nine factors of a stone of ordinary proportions: those that a price list is for, otherwise
   * the reference stone's.
   */
  public double[] typicalFactors() {
    double[] factors = referenceFactors.clone();
    if (model instanceof PriceList list) {
      double[] typical = list.correction().typical();
      System.arraycopy(typical, 0, factors, Factor.DEPTH.ordinal(), typical.length);
    }
    return factors;
  }

  public Uncertainty uncertainty() {
    return uncertainty;
  }

  public ReferenceStone reference() {
    return reference;
  }

  public RangeCalibration ranges() {
    return ranges;
  }

  public TrainingDomain domain() {
    return domain;
  }

  /** Price and range of {@code stone}, without reasons: the fast path. */
  public Estimate estimate(Diamond stone) {
    return estimate(stone, ranges.coverage());
  }

  /**
   * The same price with the range that holds another share of stones.
   *
   * @throws IllegalArgumentException when {@code coverage} is none that was calibrated
   */
  public Estimate estimate(Diamond stone, double coverage) {
    return estimate(Factor.all(stone), coverage);
  }

  /**
   * What such stones fetch on average, in USD, as out-of-fold errors of their carat band tell; the
   * estimate is what half of them exceed.
   */
  public double mean(Diamond stone) {
    return Math.exp(model.logPrice(Factor.all(stone))) * ranges.meanOverMedian(stone.carat());
  }

  /** Price, range and the reasons that lead there from the reference stone. */
  public Valuation value(Diamond stone) {
    return value(stone, ranges.coverage());
  }

  /**
   * The same with the range that holds another share of stones.
   *
   * @throws IllegalArgumentException when {@code coverage} is none that was calibrated
   */
  public Valuation value(Diamond stone, double coverage) {
    double[] factors = Factor.all(stone);
    Estimate estimate = estimate(factors, coverage);
    return new Valuation(
        stone, estimate, reference, referencePrice, ladder(factors, estimate.price()));
  }

  /** The answers this appraiser gives for {@code stone}, to be asked again by whoever reads it. */
  public GoldenStone golden(Diamond stone) {
    return GoldenStone.of(stone, estimate(stone));
  }

  private Estimate estimate(double[] factors, double coverage) {
    double logPrice = model.logPrice(factors);
    Uncertainty.Judgement unsure = uncertainty.of(factors);
    double carat = factors[Factor.CARAT.ordinal()];
    PriceRange range = ranges.around(logPrice, carat, unsure.spread(), coverage);
    double price = Math.exp(logPrice);
    return new Estimate(price, range, caveats(factors, price, unsure.unfamiliar()));
  }

  private List<Caveat> caveats(double[] factors, double price, boolean unfamiliar) {
    List<Caveat> caveats = new ArrayList<>(0);
    domain.addCaveats(factors, price, caveats::add);
    if (unfamiliar) {
      caveats.add(UNFAMILIAR);
    }
    return caveats;
  }

  private List<Reason> ladder(double[] factors, double price) {
    double[] contributions = model.contributions(factors, referenceFactors);
    List<Reason> reasons = new ArrayList<>(Factor.COUNT);
    double reached = referencePrice;
    BigDecimal rounded = Usd.cents(reached);
    for (Factor factor : Factor.values()) {
      int i = factor.ordinal();
      double multiplier = Math.exp(contributions[i]);
      // The last step lands on the price itself, so that no rounding can lose a cent on the way.
      reached = i == Factor.COUNT - 1 ? price : reached * multiplier;
      BigDecimal next = Usd.cents(reached);
      reasons.add(
          new Reason(factor, factors[i], referenceFactors[i], multiplier, next.subtract(rounded)));
      rounded = next;
    }
    return reasons;
  }
}
