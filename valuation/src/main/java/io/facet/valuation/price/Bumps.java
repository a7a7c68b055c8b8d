package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/**
 * A weighted sum of bumps over the axes of the nine factors, each a product of nine bumps of one
 * factor: the posterior mean of a Gaussian process whose kernel is such a product.
 */
public final class Bumps {

  /** How a bump falls off with the distance d from its centre along one factor, in lengths. */
  public enum Shape {
    /** exp(−d²/2): a squared exponential. */
    ROUND,
    /** (1 + √3·d)·exp(−√3·d): a Matérn 3/2, whose top is a point rather than a dome. */
    POINTED
  }

  private static final double SQRT_3 = Math.sqrt(3);

  private final Shape shape;
  private final double[] lengths;
  private final double[] centres;
  private final double[] weights;
  // Centres in lengths, so that scoring divides nothing.
  private final double[] scaled;

  /**
   * @param shape of every bump
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

  /**
   * How much of a bump is left at {@code place}, in lengths, along the factors {@code from} to
   * {@code to}, the last not among them.
   */
  double parts(int bump, int from, int to, double[] place) {
    int centre = bump * Factor.COUNT;
    if (shape == Shape.ROUND) {
      double squares = 0;
      for (int i = from; i < to; i++) {
        double distance = place[i] - scaled[centre + i];
        squares += distance * distance;
      }
      return Math.exp(-.5 * squares);
    }
    double product = 1;
    double sum = 0;
    for (int i = from; i < to; i++) {
      double distance = SQRT_3 * Math.abs(place[i] - scaled[centre + i]);
      product *= 1 + distance;
      sum += distance;
    }
    return product * Math.exp(-sum);
  }
}
