package io.facet.training.gate;

import io.facet.training.evaluation.Priced;
import io.facet.training.gate.Evidence.Paired;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/**
 * What a comparison could have been on other stones of the same kind: the same stones drawn again
 * and again with replacement, each with both its errors, since what is hard for one model is hard
 * for the other.
 */
final class PairedBootstrap {

  // Holm's smallest level for some 26 segments is .002: twenty draws lie beyond it.
  static final int DRAWS = 10_000;

  private static final long SEED = 20_261_125;

  private final double[] sorted;

  private PairedBootstrap(double[] sorted) {
    this.sorted = sorted;
  }

  /** Of the mean absolute errors of both, in USD. The same stones give the same draws. */
  static PairedBootstrap of(
      List<Priced> challenger, List<Priced> champion, DoubleBinaryOperator comparison) {
    double[] ours = absoluteErrors(challenger);
    double[] theirs = absoluteErrors(champion);
    int n = ours.length;
    SplittableRandom random = new SplittableRandom(SEED);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double our = 0;
      double their = 0;
      for (int i = 0; i < n; i++) {
        int drawn = random.nextInt(n);
        our += ours[drawn];
        their += theirs[drawn];
      }
      draws[draw] = comparison.applyAsDouble(our / n, their / n);
    }
    Arrays.sort(draws);
    return new PairedBootstrap(draws);
  }

  static PairedBootstrap of(Paired evidence, DoubleBinaryOperator comparison) {
    return of(evidence.challenger(), evidence.champion(), comparison);
  }

  /** The value that {@code share} of the draws lie below. */
  double quantile(double share) {
    return sorted[Math.clamp((long) Math.ceil(share * DRAWS) - 1, 0, DRAWS - 1)];
  }

  /** How likely a draw is to be {@code value} or more; never quite 0, as draws are finite. */
  double orMore(double value) {
    return (1.0 + Arrays.stream(sorted).filter(draw -> draw >= value).count()) / (1.0 + DRAWS);
  }

  /** How likely a draw is to be {@code value} or less. */
  double orLess(double value) {
    return (1.0 + Arrays.stream(sorted).filter(draw -> draw <= value).count()) / (1.0 + DRAWS);
  }

  private static double[] absoluteErrors(List<Priced> priced) {
    return priced.stream().mapToDouble(one -> Math.abs(one.error())).toArray();
  }
}
