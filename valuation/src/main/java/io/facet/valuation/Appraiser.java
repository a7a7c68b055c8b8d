package io.facet.valuation;

import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes the expert's place: prices a stone, says in which range, and why. */
public final class Appraiser {

  private final PriceModel model;
  private final ReferenceStone reference;
  private final RangeCalibration ranges;
  private final TrainingDomain domain;
  private final double[] referenceFactors;
  private final double referencePrice;

  public Appraiser(
      PriceModel model, ReferenceStone reference, RangeCalibration ranges, TrainingDomain domain) {
    this.model = model;
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
    return estimate(Factor.all(stone));
  }

  /** Price, range and the reasons that lead there from the reference stone. */
  public Valuation value(Diamond stone) {
    double[] factors = Factor.all(stone);
    Estimate estimate = estimate(factors);
    return new Valuation(
        stone, estimate, reference, referencePrice, ladder(factors, estimate.price()));
  }

  /** The answers this appraiser gives for {@code stone}, to be asked again by whoever reads it. */
  public GoldenStone golden(Diamond stone) {
    return GoldenStone.of(stone, estimate(stone));
  }

  private Estimate estimate(double[] factors) {
    double logPrice = model.logPrice(factors);
    PriceRange range =
        ranges.around(logPrice, factors[Factor.CARAT.ordinal()], model.spread(factors));
    return new Estimate(Math.exp(logPrice), range, domain.caveats(factors));
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
