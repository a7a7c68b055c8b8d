package io.facet.training.families.gaussian;

import org.ejml.data.DMatrixRMaj;

/** Every stone is a centre (Rasmussen and Williams, 2006, algorithm 2.1). */
final class ExactRegression implements Regression {

  private final double[][] stones;
  private final DMatrixRMaj covariance;

  ExactRegression(Kernel kernel, double[][] stones) {
    this.stones = stones;
    this.covariance = Covariances.among(kernel, stones);
  }

  @Override
  public double[][] centres() {
    return stones;
  }

  @Override
  public double[] weights(double[] noise, double[] logPrices) {
    DMatrixRMaj noisy = covariance.copy();
    for (int i = 0; i < noise.length; i++) {
      noisy.add(i, i, noise[i]);
    }
    return new PositiveDefinite(noisy).solve(logPrices);
  }

  @Override
  public double[] residuals(double[] weights, double[] noise, double[] logPrices) {
    double[] residuals = new double[noise.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = noise[i] * weights[i];
    }
    return residuals;
  }
}
