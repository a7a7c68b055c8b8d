package io.facet.valuation;

import java.util.List;

/**
 * How far prices of stones from a weight upwards lie from their estimates, in log price.
 *
 * @param fromCarat first weight of the band in ct; the band ends where the next one starts
 * @param ends of the ranges, one for each coverage of the calibration, in the same order
 * @param meanOverMedian what the mean price of such stones is, as a multiple of the median that
 *     estimates are (Duan, Smearing Estimate: A Nonparametric Retransformation Method, 1983)
 */
public record CaratBand(double fromCarat, List<Ends> ends, double meanOverMedian) {

  public CaratBand {
    ends = List.copyOf(ends);
    if (!(meanOverMedian > 0)) {
      throw new IllegalArgumentException("a mean of " + meanOverMedian + " medians");
    }
  }

  /** A band with a single coverage, whose mean is its median. */
  public CaratBand(double fromCarat, double low, double high) {
    this(fromCarat, List.of(new Ends(low, high)), 1);
  }

  /**
   * The ends of a range around a log price.
   *
   * @param low in units of the spread; usually negative
   * @param high in the same units
   */
  public record Ends(double low, double high) {}
}
