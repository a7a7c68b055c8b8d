package io.facet.training.families.gaussian;

import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * The negative log marginal likelihood of Gaussian noise, stone by stone of its own variance
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 5.8 and 5.9),
 * with a weak pull towards the start for what the stones don't decide.
 */
final class MarginalLikelihood implements DifferentiableMultivariateFunction {

  private static final double PULL = .05;
  private static final double JITTER = 1e-8;
  // Worse than anything real, yet small enough that the line search can still reckon with it.
  static final double WALL = 1e9;
  // Sums are made in as many parts whatever the cores, so that they are the same to the last bit.
  private static final int PARTS = 8;
  private static final int ITERATIONS = 60;
  private static final int MORE_ITERATIONS = 25;
  private static final double GRADIENT_TOLERANCE = 1e-4;

  private final Inputs inputs;
  private final double[] counts;
  private final IntConsumer progress;
  private final double[] start = Hyperparameters.start().vector();
  private int evaluations;

  /**
   * @param counts how much each stone counts: its noise is divided by that
   * @param progress told how often the likelihood has been computed
   */
  MarginalLikelihood(Inputs inputs, double[] counts, IntConsumer progress) {
    this.inputs = inputs;
    this.counts = counts;
    this.progress = progress;
  }

  /**
   * The most likely hyperparameters for {@code inputs}: first as if noise were Gaussian, then once
   * more with the stones counting as they do under Student-t noise.
   */
  static Hyperparameters maximize(Inputs inputs, IntConsumer progress) {
    double[] even = new double[inputs.size()];
    Arrays.fill(even, 1);
    MarginalLikelihood gaussian = new MarginalLikelihood(inputs, even, progress);
    double[] vector = Hyperparameters.start().vector();
    BFGS.minimize(gaussian, vector, GRADIENT_TOLERANCE, ITERATIONS);
    double[] counts = StudentNoise.counts(inputs, new Hyperparameters(vector).withoutOutliers());
    MarginalLikelihood student = new MarginalLikelihood(inputs, counts, progress);
    student.evaluations = gaussian.evaluations;
    BFGS.minimize(student, vector, GRADIENT_TOLERANCE, MORE_ITERATIONS);
    return new Hyperparameters(vector);
  }

  @Override
  public double f(double[] vector) {
    return g(vector, new double[vector.length]);
  }

  @Override
  public double g(double[] vector, double[] gradient) {
    progress.accept(++evaluations);
    if (!Arrays.stream(vector).allMatch(Double::isFinite)) {
      return WALL;
    }
    Hyperparameters hyperparameters = new Hyperparameters(vector);
    Kernel kernel = new Kernel(hyperparameters);
    double[][] stones = inputs.positions(inputs.axes(hyperparameters));
    DMatrixRMaj covariance = Covariances.among(kernel, stones);
    for (int i = 0; i < stones.length; i++) {
      covariance.add(i, i, hyperparameters.noise(stones[i][0]) / counts[i] + JITTER);
    }
    PositiveDefinite factorized;
    try {
      factorized = new PositiveDefinite(covariance);
    } catch (ArithmeticException e) {
      // A step of the search that went too far; it comes back with a smaller one.
      return WALL;
    }
    double[] weights = factorized.solve(inputs.logPrices());
    double value = factorized.halfLogDeterminant();
    for (int i = 0; i < weights.length; i++) {
      value += .5 * weights[i] * inputs.logPrices()[i];
    }
    DMatrixRMaj inverse = factorized.inverse();
    List<double[]> parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> part(part, hyperparameters, kernel, stones, weights, inverse))
            .toList();
    Arrays.fill(gradient, 0);
    for (double[] part : parts) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i];
      }
    }
    for (int i = 0; i < vector.length; i++) {
      double away = vector[i] - start[i];
      value += PULL * away * away;
      gradient[i] += 2 * PULL * away;
    }
    return Double.isFinite(value) ? value : WALL;
  }

  private double[] part(
      int part,
      Hyperparameters hyperparameters,
      Kernel kernel,
      double[][] stones,
      double[] weights,
      DMatrixRMaj inverse) {
    double[] gradient = new double[Hyperparameters.COUNT];
    double[][] byGrade = new double[Hyperparameters.GRADED.size()][];
    for (int graded = 0; graded < byGrade.length; graded++) {
      byGrade[graded] = new double[Hyperparameters.GRADED.get(graded).grades().size()];
    }
    double[] byA = new double[Factor.COUNT];
    double[] byB = new double[Factor.COUNT];
    for (int row = part; row < stones.length; row += PARTS) {
      for (int column = 0; column <= row; column++) {
        double weight = inverse.get(row, column) - weights[row] * weights[column];
        if (row == column) {
          weight /= 2;
          hyperparameters.addNoiseGradient(stones[row][0], weight / counts[row], gradient);
        }
        Arrays.fill(byA, 0);
        Arrays.fill(byB, 0);
        kernel.addGradient(stones[row], stones[column], weight, gradient, byA, byB);
        for (int graded = 0; graded < byGrade.length; graded++) {
          int factor = Hyperparameters.GRADED.get(graded).ordinal();
          byGrade[graded][(int) inputs.factors(row)[factor]] += byA[factor];
          byGrade[graded][(int) inputs.factors(column)[factor]] += byB[factor];
        }
      }
    }
    for (int graded = 0; graded < byGrade.length; graded++) {
      hyperparameters.addStepGradient(graded, byGrade[graded], gradient);
    }
    return gradient;
  }
}
