package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.List;

/** Where the values of one factor lie on a model's own scale, in standard deviations or so. */
public sealed interface Axis {

  /** Refuses axes that don't have as many grades as the nine factors. */
  static void checkGrades(List<Axis> axes) {
    for (Factor factor : Factor.values()) {
      int told = axes.get(factor.ordinal()) instanceof Graded graded ? graded.grades() : 0;
      if (told != factor.grades().size()) {
        throw new IllegalArgumentException(
            "the axis of %s has %d grades".formatted(factor.label(), told));
      }
    }
  }

  /** The positions of nine factors on their axes. */
  static double[] positions(List<Axis> axes, double[] factors) {
    double[] positions = new double[Factor.COUNT];
    for (int i = 0; i < Factor.COUNT; i++) {
      positions[i] = axes.get(i).position(factors[i]);
    }
    return positions;
  }

  /** The position of {@code value}, which is in the factor's unit. */
  double position(double value);

  /**
   * A measured factor. Values beyond the ends count as the ends: what lies there has not been
   * learned.
   *
   * @param lowest the lowest value that is told apart, in the factor's unit
   * @param highest the highest
   * @param logarithmic whether ratios count rather than differences, as they do for weight
   * @param mean of the values, or of their logarithms
   * @param deviation standard deviation of the values, or of their logarithms
   */
  record Measured(double lowest, double highest, boolean logarithmic, double mean, double deviation)
      implements Axis {

    public Measured {
      if (!(lowest < highest && deviation > 0) || (logarithmic && !(lowest > 0))) {
        throw new IllegalArgumentException("an axis from %s to %s".formatted(lowest, highest));
      }
    }

    @Override
    public double position(double value) {
      double told = Math.min(Math.max(value, lowest), highest);
      return ((logarithmic ? Math.log(told) : told) - mean) / deviation;
    }
  }

  /** A graded factor: each grade has its own position, learned from prices. */
  final class Graded implements Axis {

    private final double[] positions;

    /**
     * @param positions from the worst grade to the best, rising
     */
    public Graded(double[] positions) {
      this.positions = positions.clone();
      for (int grade = 1; grade < positions.length; grade++) {
        if (!(positions[grade - 1] <= positions[grade])) {
          throw new IllegalArgumentException("the positions of grades must rise");
        }
      }
    }

    int grades() {
      return positions.length;
    }

    public double[] positions() {
      return positions.clone();
    }

    @Override
    public double position(double value) {
      return positions[(int) value];
    }
  }
}
