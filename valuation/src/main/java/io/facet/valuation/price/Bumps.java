package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/**
 * A weighted sum of bumps over the axes of the nine factors, each the product of nine bumps of one
 * factor: the posterior mean of a Gaussian process with a separable kernel.
 */
public final class Bumps {

  /** How a bump falls off with the distance d from its centre, in lengths. */
  public enum Shape {
    /** exp(−d²/2), the squared exponential: smooth. */
    ROUND,
    /** (1 + √3·d)·exp(−√3·d), the Matérn 3/2: lets prices turn sharply. */
    POINTED;

    double at(double distance) {
      if (this == ROUND) {
        return Math.exp(-.5 * distance * distance);
      }
      double s = SQRT_3 * Math.abs(distance);
      return (1 + s) * Math.exp(-s);
    }
  }

  private static final double SQRT_3 = Math.sqrt(3);

  private final Shape shape;
  private final double[] lengths;
  private final double[] centres;
  private final double[] weights;
  // Centres in lengths, so that scoring divides nothing.
  private final double[] scaled;

  /**
   * @param shape of all bumps
   * @param lengths how far a bump reaches along each factor's axis
   * @param centres positions on the nine axes, bump after bump
   * @param weights of the bumps, in log price
   */
  public Bumps(Shape shape, double[] lengths, double[] centres, double[] weights) {
    if (lengths.length != Factor.COUNT || centres.length != weights.length * Factor.COUNT) {
      throw new IllegalArgumentException(
          "%d bumps have %d positions and %d lengths"
              .formatted(weights.length, centres.length, lengths.length));
    }
    for (double length : lengths) {
      if (!(length > 0)) {
        throw new IllegalArgumentException("a bump of length " + length);
      }
    }
    this.shape = shape;
    this.lengths = lengths.clone();
    this.centres = centres.clone();
    this.weights = weights.clone();
    this.scaled = new double[centres.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = centres[i] / lengths[i % Factor.COUNT];
    }
  }

  public Shape shape() {
    return shape;
  }

  public double[] lengths() {
    return lengths.clone();
  }

  public double[] centres() {
    return centres.clone();
  }

  public double[] weights() {
    return weights.clone();
  }

  int size() {
    return weights.length;
  }

  double weight(int bump) {
    return weights[bump];
  }

  /** {@code positions} in lengths. */
  double[] scaled(double[] positions) {
    double[] inLengths = new double[Factor.COUNT];
    for (int i = 0; i < Factor.COUNT; i++) {
      inLengths[i] = positions[i] / lengths[i];
    }
    return inLengths;
  }

  /** How much of a bump is left at {@code place}, which is in lengths, along one factor. */
  double part(int bump, int factor, double place) {
    return shape.at(place - scaled[bump * Factor.COUNT + factor]);
  }

  /**
   * How much of a bump is left at {@code place} along the factors {@code from} until {@code to}.
   */
  double parts(int bump, int from, int to, double[] place) {
    int centre = bump * Factor.COUNT;
    double exponent = 0;
    double product = 1;
    if (shape == Shape.ROUND) {
      for (int i = from; i < to; i++) {
        double distance = place[i] - scaled[centre + i];
        exponent += distance * distance;
      }
      exponent *= .5;
    } else {
      for (int i = from; i < to; i++) {
        double s = SQRT_3 * Math.abs(place[i] - scaled[centre + i]);
        product *= 1 + s;
        exponent += s;
      }
    }
    return product * Math.exp(-exponent);
  }
}
