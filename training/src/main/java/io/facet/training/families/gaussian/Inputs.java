package io.facet.training.families.gaussian;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.Axis;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stones as the process sees them. Measured factors stand in deviations from their mean,
 * clipped to where there are stones enough to learn from; grades wait for the positions that they
 * are given.
 */
final class Inputs {

  private final Axis.Measured[] measured = new Axis.Measured[Factor.COUNT];
  private final double[][] factors;
  private final double[] logPrices;
  private final double meanLogPrice;

  Inputs(List<Appraisal> stones) {
    this.factors = stones.stream().map(stone -> Factor.all(stone.stone())).toArray(double[][]::new);
    double[] logs = stones.stream().mapToDouble(stone -> Math.log(stone.price())).toArray();
    double sum = 0;
    for (double log : logs) {
      sum += log;
    }
    this.meanLogPrice = sum / logs.length;
    this.logPrices = logs;
    for (int i = 0; i < logs.length; i++) {
      logs[i] -= meanLogPrice;
    }
    measure(Factor.CARAT, .1, 10, true);
    measure(Factor.DEPTH, 55, 70, false);
    measure(Factor.TABLE, 50, 70, false);
    measure(Factor.SPREAD, 5.8, 7.2, false);
    measure(Factor.ROUNDNESS, .97, 1.03, false);
    measure(Factor.HEIGHT, -1, 1, false);
  }

  int size() {
    return factors.length;
  }

  double[] factors(int stone) {
    return factors[stone];
  }

  double[] logPrices() {
    return logPrices;
  }

  double meanLogPrice() {
    return meanLogPrice;
  }

  /** The nine axes, with the grades where {@code hyperparameters} put them. */
  List<Axis> axes(Hyperparameters hyperparameters) {
    List<Axis> axes = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      int graded = Hyperparameters.GRADED.indexOf(factor);
      axes.add(
          graded < 0
              ? measured[factor.ordinal()]
              : new Axis.Graded(hyperparameters.positions(graded)));
    }
    return axes;
  }

  /** The nine positions of every stone on {@code axes}. */
  double[][] positions(List<Axis> axes) {
    return Arrays.stream(factors)
        .map(stone -> Axis.positions(axes, stone))
        .toArray(double[][]::new);
  }

  private void measure(Factor factor, double lowest, double highest, boolean logarithmic) {
    Axis.Measured clip = new Axis.Measured(lowest, highest, logarithmic, 0, 1);
    double sum = 0;
    double squares = 0;
    for (double[] stone : factors) {
      double value = clip.position(stone[factor.ordinal()]);
      sum += value;
      squares += value * value;
    }
    double mean = sum / size();
    double variance = squares / size() - mean * mean;
    // Stones that are all alike in a factor teach nothing about it, and must not divide by nothing.
    double deviation = variance > 1e-12 ? Math.sqrt(variance) : 1;
    measured[factor.ordinal()] = new Axis.Measured(lowest, highest, logarithmic, mean, deviation);
  }
}
