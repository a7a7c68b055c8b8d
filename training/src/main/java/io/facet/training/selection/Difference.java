package io.facet.training.selection;

import io.facet.training.evaluation.CrossValidation;
import smile.stat.distribution.TDistribution;

/**
 * How much more one family errs than another on the same folds, and whether that may be chance.
 *
 * @param usd mean of the differences in USD; below 0 where the first errs less
 * @param p probability of a difference as large, either way, between families that are equally good
 */
public record Difference(double usd, double p) {

  private static final double SIGNIFICANT = .05;
  private static final double TEST_TO_TRAINING = 1.0 / (CrossValidation.FOLDS - 1);

  /**
   * The corrected resampled t-test of Nadeau and Bengio (Inference for the Generalization Error,
   * Machine Learning 52, 2003). Training sets of folds overlap, so their errors are not independent
   * and the usual t-test sees differences where there are none: the variance is widened by the
   * share of stones that are tested to those that are learned from.
   *
   * @param first errors fold by fold
   * @param second the same of another family; folds that only one of them has are left out
   */
  public static Difference between(double[] first, double[] second) {
    int folds = Math.min(first.length, second.length);
    double mean = 0;
    for (int fold = 0; fold < folds; fold++) {
      mean += (first[fold] - second[fold]) / folds;
    }
    double variance = 0;
    for (int fold = 0; fold < folds; fold++) {
      double off = first[fold] - second[fold] - mean;
      variance += off * off / (folds - 1);
    }
    if (variance == 0) {
      return new Difference(mean, mean == 0 ? 1 : 0);
    }
    double t = mean / Math.sqrt((1.0 / folds + TEST_TO_TRAINING) * variance);
    return new Difference(mean, 1 - new TDistribution(folds - 1).cdf2tailed(Math.abs(t)));
  }

  /** Whether the first is better than the second by more than chance. */
  public boolean firstIsBetter() {
    return usd < 0 && p < SIGNIFICANT;
  }
}
