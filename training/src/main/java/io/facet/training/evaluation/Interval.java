package io.facet.training.evaluation;

/**
 * The 95 % confidence interval of a figure, in the figure's own unit: had other stones of the same
 * kind been priced, the figure could well have been any in it.
 */
public record Interval(double low, double high) {

  static final double CONFIDENCE = .95;

  /** How many standard errors a normal interval of that confidence reaches to either side. */
  static final double REACH = 1.959963984540054;

  /**
   * The interval of a share of {@code stones}, of which {@code held} were found: Wilson, Probable
   * Inference, the Law of Succession, and Statistical Inference, 1927. Holds for small bands and
   * for shares near 1, where the normal approximation doesn't.
   */
  public static Interval wilson(long held, long stones) {
    double share = (double) held / stones;
    double pull = REACH * REACH / stones;
    double centre = (share + pull / 2) / (1 + pull);
    double half =
        REACH / (1 + pull) * Math.sqrt(share * (1 - share) / stones + pull / (4 * stones));
    return new Interval(Math.min(share, centre - half), Math.max(share, centre + half));
  }
}
