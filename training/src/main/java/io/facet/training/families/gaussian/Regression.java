package io.facet.training.families.gaussian;

/** Finds the weights of centres that make a posterior mean, for any noise of the stones. */
sealed interface Regression permits ExactRegression, SparseRegression {

  /** More stones than this take longer than they teach, and memory by the square. */
  int MOST_EXACT = 8_000;

  static Regression on(Kernel kernel, double[][] stones) {
    return stones.length <= MOST_EXACT
        ? new ExactRegression(kernel, stones)
        : new SparseRegression(kernel, stones);
  }

  /** Positions of the centres: the stones, or some of them. */
  double[][] centres();

  /**
   * The weight of each centre.
   *
   * @param noise variance of each stone's log price
   * @param logPrices of the stones, centred
   */
  double[] weights(double[] noise, double[] logPrices);

  /** What the mean with these {@code weights} leaves of each stone's log price. */
  double[] residuals(double[] weights, double[] noise, double[] logPrices);
}
