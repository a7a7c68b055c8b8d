package io.facet.training.families.gaussian;

import io.facet.valuation.price.Axis;
import java.util.List;

/**
 * Learns under Student-t noise, by expectation maximization: a stone that lies far off counts less
 * the next time (Lange, Little and Taylor, Robust Statistical Modeling Using the t Distribution,
 * 1989). Experts err badly more often than a Gaussian allows.
 */
final class StudentNoise {

  private static final double DEGREES_OF_FREEDOM = 3;
  private static final int ROUNDS = 4;

  private final double[] counts;
  private final double[] weights;

  private StudentNoise(Regression regression, double[] noise, double[] logPrices) {
    this.counts = new double[noise.length];
    double[] uncertainty = noise.clone();
    double[] solved = regression.weights(uncertainty, logPrices);
    for (int round = 0; round < ROUNDS; round++) {
      double[] residuals = regression.residuals(solved, uncertainty, logPrices);
      for (int i = 0; i < noise.length; i++) {
        counts[i] = count(residuals[i], noise[i]);
        uncertainty[i] = noise[i] / counts[i];
      }
      solved = regression.weights(uncertainty, logPrices);
    }
    this.weights = solved;
  }

  /** The posterior mean given {@code inputs}. */
  static Posterior posterior(Inputs inputs, Hyperparameters hyperparameters) {
    Kernel kernel = new Kernel(hyperparameters);
    List<Axis> axes = inputs.axes(hyperparameters);
    double[][] stones = inputs.positions(axes);
    Regression regression = Regression.on(kernel, stones);
    double[] weights = learn(regression, inputs, hyperparameters, stones).weights;
    return new Posterior(kernel, axes, regression.centres(), weights, inputs.meanLogPrice());
  }

  /** How much each stone counts: 1 or so, and little for one that lies far off. */
  static double[] counts(Inputs inputs, Hyperparameters hyperparameters) {
    double[][] stones = inputs.positions(inputs.axes(hyperparameters));
    Regression regression = Regression.on(new Kernel(hyperparameters), stones);
    return learn(regression, inputs, hyperparameters, stones).counts;
  }

  private static StudentNoise learn(
      Regression regression, Inputs inputs, Hyperparameters hyperparameters, double[][] stones) {
    double[] noise = new double[stones.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = hyperparameters.noise(stones[i][0]);
    }
    return new StudentNoise(regression, noise, inputs.logPrices());
  }

  private static double count(double residual, double noise) {
    return (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + residual * residual / noise);
  }
}
