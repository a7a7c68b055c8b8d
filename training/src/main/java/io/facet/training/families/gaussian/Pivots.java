package io.facet.training.families.gaussian;

import java.util.Arrays;

/**
 * Chooses few stones that tell most about all: pivoted Cholesky, which takes next the stone that is
 * least known from those taken.
 */
final class Pivots {

  private static final double KNOWN = 1e-12;

  private Pivots() {}

  /** The covariance of two of the stones. */
  @FunctionalInterface
  interface Covariance {
    double between(int a, int b);
  }

  /** At most {@code size} of the stones 0 to {@code count - 1}; fewer when they tell all. */
  static int[] of(int count, int size, Covariance covariance) {
    int[] pivots = new int[Math.min(size, count)];
    double[][] rows = new double[pivots.length][count];
    double[] unknown = new double[count];
    for (int i = 0; i < count; i++) {
      unknown[i] = covariance.between(i, i);
    }
    for (int taken = 0; taken < pivots.length; taken++) {
      int pivot = 0;
      for (int i = 1; i < count; i++) {
        pivot = unknown[i] > unknown[pivot] ? i : pivot;
      }
      if (!(unknown[pivot] > KNOWN)) {
        return Arrays.copyOf(pivots, taken);
      }
      pivots[taken] = pivot;
      int chosen = pivot;
      int before = taken;
      double root = Math.sqrt(unknown[pivot]);
      Covariances.rows(
          count,
          i -> {
            double left = covariance.between(i, chosen);
            for (int row = 0; row < before; row++) {
              left -= rows[row][i] * rows[row][chosen];
            }
            rows[before][i] = left / root;
            unknown[i] -= rows[before][i] * rows[before][i];
          });
      unknown[pivot] = 0;
    }
    return pivots;
  }
}
