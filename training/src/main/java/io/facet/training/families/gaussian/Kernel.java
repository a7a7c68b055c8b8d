package io.facet.training.families.gaussian;

import io.facet.valuation.price.Bumps.Shape;
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
  // One over the length, and for pointed terms √3 over it.
  private final double[][] rates = new double[Term.COUNT][];

  Kernel(Hyperparameters hyperparameters) {
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      slopeVariances[factor] = hyperparameters.slopeVariance(factor);
    }
    for (Term term : Term.values()) {
      variances[term.ordinal()] = hyperparameters.variance(term);
      double scale = term.shape() == Shape.POINTED ? SQRT_3 : 1;
      rates[term.ordinal()] = new double[term.factors()];
      for (int factor = 0; factor < term.factors(); factor++) {
        rates[term.ordinal()][factor] = scale / hyperparameters.length(factor, term);
      }
    }
  }

  double between(double[] a, double[] b) {
    double sum = LEVEL_VARIANCE;
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      sum += slopeVariances[factor] * a[factor] * b[factor];
    }
    for (int term = 0; term < Term.COUNT; term++) {
      sum += variances[term] * part(term, a, b);
    }
    return sum;
  }

  /** What {@code term} alone gives. */
  double of(Term term, double[] a, double[] b) {
    return variances[term.ordinal()] * part(term.ordinal(), a, b);
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
    double scale = term.shape() == Shape.POINTED ? SQRT_3 : 1;
    for (int factor = 0; factor < lengths.length; factor++) {
      lengths[factor] = scale / lengths[factor];
    }
    return lengths;
  }

  /** One factor's part of {@code term}. */
  double part(Term term, int factor, double a, double b) {
    double distance = (a - b) * rates[term.ordinal()][factor];
    if (term.shape() == Shape.ROUND) {
      return Math.exp(-.5 * distance * distance);
    }
    return (1 + Math.abs(distance)) * Math.exp(-Math.abs(distance));
  }

  private double part(int term, double[] a, double[] b) {
    double[] rate = rates[term];
    double exponent = 0;
    double product = 1;
    if (Term.at(term).shape() == Shape.ROUND) {
      for (int factor = 0; factor < rate.length; factor++) {
        double distance = (a[factor] - b[factor]) * rate[factor];
        exponent += distance * distance;
      }
      exponent *= .5;
    } else {
      for (int factor = 0; factor < rate.length; factor++) {
        double distance = Math.abs(a[factor] - b[factor]) * rate[factor];
        product *= 1 + distance;
        exponent += distance;
      }
    }
    return product * Math.exp(-exponent);
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
      double worth = weight * variances[ordinal] * part(ordinal, a, b);
      gradient[Hyperparameters.amplitude(term)] += 2 * worth;
      int length = Hyperparameters.length(term, 0);
      for (int factor = 0; factor < rate.length; factor++) {
        double distance = (a[factor] - b[factor]) * rate[factor];
        double steepness = term.shape() == Shape.ROUND ? worth : worth / (1 + Math.abs(distance));
        gradient[length + factor] += steepness * distance * distance;
        double change = steepness * distance * rate[factor];
        byA[factor] -= change;
        byB[factor] += change;
      }
    }
  }
}
