package io.facet.training.families.gaussian;

import io.facet.valuation.price.Axis;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Learns under Student-t noise, by expectation maximization: a stone that lies far off counts less
 * the next time (Lange, Little and Taylor, Robust Statistical Modeling Using the t Distribution,
 * 1989). Experts err badly more often than a Gaussian allows.
 */
final class StudentNoise {

  private static final double DEGREES_OF_FREEDOM = 3;
  // The Gaussian's variance counts the outliers that the tails now take care of.
  private static final double SCALE = .55;
  private static final int ROUNDS = 4;

  private StudentNoise() {}

  static Posterior posterior(Inputs inputs, Hyperparameters hyperparameters) {
    Kernel kernel = new Kernel(hyperparameters);
    List<Axis> axes = inputs.axes(hyperparameters);
    double[][] stones = inputs.positions(axes);
    double[] noise = new double[stones.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = SCALE * hyperparameters.noise(stones[i][0]);
    }
    DMatrixRMaj covariance = Covariances.among(kernel, stones);
    double[] uncertainty = noise.clone();
    double[] weights = solve(covariance, uncertainty, inputs.logPrices());
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < noise.length; i++) {
        double residual = uncertainty[i] * weights[i];
        double counts =
            (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + residual * residual / noise[i]);
        uncertainty[i] = noise[i] / counts;
      }
      weights = solve(covariance, uncertainty, inputs.logPrices());
    }
    return new Posterior(kernel, axes, stones, weights, inputs.meanLogPrice());
  }

  private static double[] solve(DMatrixRMaj covariance, double[] noise, double[] logPrices) {
    DMatrixRMaj noisy = covariance.copy();
    for (int i = 0; i < noise.length; i++) {
      noisy.add(i, i, noise[i]);
    }
    return new PositiveDefinite(noisy).solve(logPrices);
  }
}
