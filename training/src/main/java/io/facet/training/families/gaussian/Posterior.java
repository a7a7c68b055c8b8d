package io.facet.training.families.gaussian;

import io.facet.valuation.price.Axis;
import io.facet.valuation.stone.Factor;
import java.util.List;

/** The mean of the process given its stones: a weighted sum of covariances with some centres. */
final class Posterior {

  private final Kernel kernel;
  private final List<Axis> axes;
  private final double[][] centres;
  private final double[] weights;
  private final double level;

  /**
   * @param axes on which positions are given
   * @param centres their positions
   * @param weights one for each centre
   * @param level log price that is added
   */
  Posterior(Kernel kernel, List<Axis> axes, double[][] centres, double[] weights, double level) {
    this.kernel = kernel;
    this.axes = List.copyOf(axes);
    this.centres = centres;
    this.weights = weights;
    this.level = level;
  }

  Kernel kernel() {
    return kernel;
  }

  List<Axis> axes() {
    return axes;
  }

  /** The nine positions of five {@code proportions}, depth to height; 0 for the four Cs. */
  double[] positions(double[] proportions) {
    double[] positions = new double[Factor.COUNT];
    for (int i = 0; i < proportions.length; i++) {
      int factor = Factor.DEPTH.ordinal() + i;
      positions[factor] = axes.get(factor).position(proportions[i]);
    }
    return positions;
  }

  double[][] centres() {
    return centres;
  }

  double[] weights() {
    return weights;
  }

  /** Log price of a stone in the middle of all axes, bumps aside. */
  double level() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return level + Kernel.LEVEL_VARIANCE * sum;
  }

  /** Log price per position of {@code factor}, bumps aside. */
  double slope(int factor) {
    double sum = 0;
    for (int i = 0; i < centres.length; i++) {
      sum += weights[i] * centres[i][factor];
    }
    return kernel.slopeVariance(factor) * sum;
  }

  /** Log price of a stone at {@code position}. */
  double mean(double[] position) {
    double sum = level;
    for (int i = 0; i < centres.length; i++) {
      sum += weights[i] * kernel.between(position, centres[i]);
    }
    return sum;
  }
}
