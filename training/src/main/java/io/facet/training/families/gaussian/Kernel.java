package io.facet.training.families.gaussian;

import io.facet.training.families.gaussian.Term.Shape;
import io.facet.valuation.stone.Factor;

/**
 * The covariance of two stones' log prices, whose factors are given as positions on their axes: a
 * level, a slope for each factor, and the {@link Term}s.
 */
final class Kernel {

  /** Log prices are centred before they are learned; their level is sure to half a unit. */
  static final double LEVEL_VARIANCE = .25;

  private static final double SQRT_3 = Math.sqrt(3);

  private final double[] slopeVariances = new double[Factor.COUNT];
  private final double[] variances = new double[Term.COUNT];
  // One over the length.
  private final double[][] rates = new double[Term.COUNT][];

  Kernel(Hyperparameters hyperparameters) {
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      slopeVariances[factor] = hyperparameters.slopeVariance(factor);
    }
    for (Term term : Term.values()) {
      variances[term.ordinal()] = hyperparameters.variance(term);
      rates[term.ordinal()] = new double[term.factors()];
      for (int factor = 0; factor < term.factors(); factor++) {
        rates[term.ordinal()][factor] = 1 / hyperparameters.length(factor, term);
      }
    }
  }

  double between(double[] a, double[] b) {
    double sum = LEVEL_VARIANCE;
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      sum += slopeVariances[factor] * a[factor] * b[factor];
    }
    for (int term = 0; term < Term.COUNT; term++) {
      sum += variances[term] * value(term, a, b);
    }
    return sum;
  }

  /** What {@code term} alone gives. */
  double of(Term term, double[] a, double[] b) {
    return variances[term.ordinal()] * value(term.ordinal(), a, b);
  }

  double slopeVariance(int factor) {
    return slopeVariances[factor];
  }

  double variance(Term term) {
    return variances[term.ordinal()];
  }

  /** How far {@code term} reaches along each factor's axis. */
  double[] lengths(Term term) {
    double[] lengths = rates[term.ordinal()].clone();
    for (int factor = 0; factor < lengths.length; factor++) {
      lengths[factor] = 1 / lengths[factor];
    }
    return lengths;
  }

  /** What a squared distance, in lengths, leaves of a term; of a product along one factor. */
  static double at(Term term, double squares) {
    if (term.shape() == Shape.ROUND) {
      return Math.exp(-.5 * squares);
    }
    double distance = SQRT_3 * Math.sqrt(squares);
    return (1 + distance) * Math.exp(-distance);
  }

  /** The squared distance along one factor, in lengths of {@code term}. */
  double square(Term term, int factor, double a, double b) {
    double distance = (a - b) * rates[term.ordinal()][factor];
    return distance * distance;
  }

  private double value(int term, double[] a, double[] b) {
    return Term.at(term).shape() == Shape.POINTED_PRODUCT
        ? product(rates[term], a, b)
        : at(Term.at(term), squares(term, a, b));
  }

  private static double product(double[] rate, double[] a, double[] b) {
    double product = 1;
    double sum = 0;
    for (int factor = 0; factor < rate.length; factor++) {
      double distance = SQRT_3 * Math.abs(a[factor] - b[factor]) * rate[factor];
      product *= 1 + distance;
      sum += distance;
    }
    return product * Math.exp(-sum);
  }

  private double squares(int term, double[] a, double[] b) {
    double[] rate = rates[term];
    double squares = 0;
    for (int factor = 0; factor < rate.length; factor++) {
      double distance = (a[factor] - b[factor]) * rate[factor];
      squares += distance * distance;
    }
    return squares;
  }

  /**
   * Adds {@code weight} times the gradient of {@link #between} by the hyperparameters to {@code
   * gradient}, and by the positions of the first stone to {@code byA}; by those of the second it is
   * the opposite but for the slopes, which go to {@code byB}.
   */
  void addGradient(
      double[] a, double[] b, double weight, double[] gradient, double[] byA, double[] byB) {
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      double slope = weight * slopeVariances[factor];
      gradient[Hyperparameters.slope(factor)] += 2 * slope * a[factor] * b[factor];
      byA[factor] += slope * b[factor];
      byB[factor] += slope * a[factor];
    }
    for (int ordinal = 0; ordinal < Term.COUNT; ordinal++) {
      Term term = Term.at(ordinal);
      double[] rate = rates[ordinal];
      double worth = weight * variances[ordinal] * value(ordinal, a, b);
      gradient[Hyperparameters.amplitude(term)] += 2 * worth;
      double whole = SQRT_3 * Math.sqrt(squares(ordinal, a, b));
      int length = Hyperparameters.length(term, 0);
      for (int factor = 0; factor < rate.length; factor++) {
        double distance = (a[factor] - b[factor]) * rate[factor];
        // The slope by the squared distance, times −2: every shape has a simple one.
        double steepness =
            switch (term.shape()) {
              case ROUND -> worth;
              case POINTED -> 3 * worth / (1 + whole);
              case POINTED_PRODUCT -> 3 * worth / (1 + SQRT_3 * Math.abs(distance));
            };
        gradient[length + factor] += steepness * distance * distance;
        double change = steepness * distance * rate[factor];
        byA[factor] -= change;
        byB[factor] += change;
      }
    }
  }
}
