package io.facet.valuation.stone;

/** The bands of weight that the trade prices alike per carat. */
public final class WeightBands {

  private static final double[] STARTS = {
    .01, .04, .08, .15, .18, .23, .3, .4, .5, .7, .9, 1, 1.5, 2, 3, 4, 5
  };

  private WeightBands() {}

  /** Where bands start in the trade's printed lists, in ct; the last one has no end. */
  public static double[] starts() {
    return STARTS.clone();
  }
}
