package io.facet.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns an estimate into a range that holds, band by band of weight. Split conformal: the ends are
 * quantiles of what the model got wrong on stones it had not learned from, with the finite-sample
 * correction (Lei et al., Distribution-Free Predictive Inference for Regression, 2018).
 *
 * @param coverages shares of stones whose price a range is to hold, in (0, 1); the first is the one
 *     that is stated unless another is asked for
 * @param bands from light to heavy, the first from 0 ct; the same for all coverages, so that a
 *     range of lower coverage lies within one of a higher
 */
public record RangeCalibration(List<Double> coverages, List<CaratBand> bands) {

  public RangeCalibration {
    coverages = List.copyOf(coverages);
    bands = List.copyOf(bands);
    if (coverages.isEmpty() || !coverages.stream().allMatch(share -> share > 0 && share < 1)) {
      throw new IllegalArgumentException("coverages must lie between 0 and 1: " + coverages);
    }
    if (bands.isEmpty() || bands.get(0).fromCarat() != 0) {
      throw new IllegalArgumentException("the first carat band must start at 0 ct");
    }
    for (int i = 0; i < bands.size(); i++) {
      if (bands.get(i).ends().size() != coverages.size()) {
        throw new IllegalArgumentException("a carat band needs two ends for each coverage");
      }
      if (i > 0 && !(bands.get(i - 1).fromCarat() < bands.get(i).fromCarat())) {
        throw new IllegalArgumentException("carat bands must rise");
      }
    }
  }

  /** Ranges of one coverage only. */
  public RangeCalibration(double coverage, List<CaratBand> bands) {
    this(List.of(coverage), bands);
  }

  /**
   * What the model missed on one stone that it had not learned from.
   *
   * @param carat weight in ct
   * @param error log of the expert's price less log of the estimate, in units of the spread
   * @param spread how widely prices spread around such an estimate, as a scale of the log error
   */
  public record Miss(double carat, double error, double spread) {

    /** A miss where all stones spread alike. */
    public Miss(double carat, double error) {
      this(carat, error, 1);
    }
  }

  /**
   * Calibrates on {@code misses}. A band with too few stones for the highest coverage is joined to
   * the one below it.
   *
   * @param coverages shares of stones to hold, in (0, 1), the one to be stated first
   * @param fromCarats where each band starts, the first at 0 ct
   * @throws IllegalArgumentException when all stones together are too few
   */
  public static RangeCalibration fit(
      List<Double> coverages, double[] fromCarats, List<Miss> misses) {
    List<CaratBand> bands = new ArrayList<>();
    double to = Double.POSITIVE_INFINITY;
    for (int i = fromCarats.length - 1; i >= 0; i--) {
      List<Miss> within = within(misses, fromCarats[i], to);
      if (coverages.stream().allMatch(coverage -> outside(coverage, within.size()) >= 1)) {
        bands.add(0, band(fromCarats[i], coverages, within));
        to = fromCarats[i];
      }
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException(
          misses.size() + " stones are too few to calibrate ranges of coverage " + coverages);
    }
    CaratBand lightest = bands.get(0);
    bands.set(0, new CaratBand(0, lightest.ends(), lightest.meanOverMedian()));
    return new RangeCalibration(coverages, bands);
  }

  private static List<Miss> within(List<Miss> misses, double from, double to) {
    return misses.stream().filter(miss -> miss.carat() >= from && miss.carat() < to).toList();
  }

  private static CaratBand band(double from, List<Double> coverages, List<Miss> misses) {
    double[] errors = misses.stream().mapToDouble(Miss::error).sorted().toArray();
    List<CaratBand.Ends> ends = new ArrayList<>();
    for (double coverage : coverages) {
      int outside = outside(coverage, errors.length);
      ends.add(new CaratBand.Ends(errors[outside - 1], errors[errors.length - outside]));
    }
    double sum = 0;
    for (Miss miss : misses) {
      sum += Math.exp(miss.error() * miss.spread());
    }
    return new CaratBand(from, ends, sum / misses.size());
  }

  /** Which of {@code stones} errors, counted from either end, is an end of the range. */
  private static int outside(double coverage, int stones) {
    // A little more, since (1 − .9) / 2 is a little less than .05.
    return (int) Math.floor((1 - coverage) / 2 * (stones + 1) + 1e-9);
  }

  /** The share of stones that a range holds unless another is asked for. */
  public double coverage() {
    return coverages.get(0);
  }

  /** The range of a stone of {@code carat} ct with this estimate and this spread. */
  public PriceRange around(double logPrice, double carat, double spread) {
    return around(logPrice, carat, spread, coverage());
  }

  /**
   * The range that holds another share of stones.
   *
   * @throws IllegalArgumentException when {@code coverage} is none of {@link #coverages}
   */
  public PriceRange around(double logPrice, double carat, double spread, double coverage) {
    CaratBand.Ends ends = band(carat).ends().get(position(coverage));
    return new PriceRange(
        Math.exp(logPrice + ends.low() * spread),
        Math.exp(logPrice + ends.high() * spread),
        coverage);
  }

  private int position(double coverage) {
    for (int i = 0; i < coverages.size(); i++) {
      if (coverages.get(i) == coverage) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "there is no range of coverage %s, only of %s".formatted(coverage, coverages));
  }

  /** The mean price of stones of {@code carat} ct, as a multiple of their median. */
  double meanOverMedian(double carat) {
    return band(carat).meanOverMedian();
  }

  private CaratBand band(double carat) {
    int last = bands.size() - 1;
    while (bands.get(last).fromCarat() > carat) {
      last--;
    }
    return bands.get(last);
  }

  /** Where each band starts, in ct. */
  public double[] starts() {
    return bands.stream().mapToDouble(CaratBand::fromCarat).toArray();
  }

  @Override
  public String toString() {
    return "RangeCalibration[" + coverages + " from " + Arrays.toString(starts()) + " ct]";
  }
}
