package io.facet.training.families.gaussian;

import java.util.Arrays;

/**
 * Chooses few columns whose weighted sum comes near to what is wanted, each time the one that takes
 * most of what is left (Chen, Cowan and Grant, Orthogonal Least Squares Learning Algorithm for
 * Radial Basis Function Networks, 1991).
 */
final class OrthogonalLeastSquares {

  // Of a column's own square: what is left of it then is rounding.
  private static final double EXHAUSTED = 1e-9;

  private final double[][] columns;
  private final double[] first;
  private final double[] squares;
  private final double[] taken;
  private final double[][] directions;

  private OrthogonalLeastSquares(double[][] columns, double[] wanted, int size) {
    this.columns = columns;
    this.squares = new double[columns.length];
    this.taken = new double[columns.length];
    Covariances.rows(
        columns.length,
        i -> {
          squares[i] = dot(columns[i], columns[i]);
          taken[i] = dot(columns[i], wanted);
        });
    this.first = squares.clone();
    this.directions = new double[size][];
  }

  /** Which of {@code columns}, at most {@code size}; fewer when they leave nothing. */
  static int[] choose(double[][] columns, double[] wanted, int size) {
    int most = Math.min(size, Math.min(columns.length, wanted.length));
    return new OrthogonalLeastSquares(columns, wanted, most).choose(wanted);
  }

  private int[] choose(double[] wanted) {
    int[] chosen = new int[directions.length];
    for (int step = 0; step < chosen.length; step++) {
      int best = best();
      if (best < 0) {
        return Arrays.copyOf(chosen, step);
      }
      chosen[step] = best;
      double[] direction = direction(best, step);
      double share = dot(direction, wanted);
      directions[step] = direction;
      Covariances.rows(
          columns.length,
          i -> {
            double along = dot(direction, columns[i]);
            squares[i] -= along * along;
            taken[i] -= along * share;
          });
      squares[best] = 0;
    }
    return chosen;
  }

  private int best() {
    int best = -1;
    double most = 0;
    for (int i = 0; i < columns.length; i++) {
      if (squares[i] > EXHAUSTED * first[i]) {
        double gain = taken[i] * taken[i] / squares[i];
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
    }
    return best;
  }

  /** What is new in a column, of length 1. */
  private double[] direction(int column, int step) {
    double[] direction = columns[column].clone();
    for (int before = 0; before < step; before++) {
      double along = dot(directions[before], direction);
      for (int i = 0; i < direction.length; i++) {
        direction[i] -= along * directions[before][i];
      }
    }
    double length = Math.sqrt(dot(direction, direction));
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= length;
    }
    return direction;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
