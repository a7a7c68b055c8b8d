package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/**
 * A weighted sum of bumps over the axes of the nine factors. A bump falls off as exp(−d²/2) with
 * the distance d from its centre, in lengths, and so is a product of nine bumps of one factor: the
 * posterior mean of a Gaussian process with a squared exponential kernel.
 */
public final class Bumps {

  private final double[] lengths;
  private final double[] centres;
  private final double[] weights;
  // Centres in lengths, so that scoring divides nothing.
  private final double[] scaled;

  /**
   * @param lengths how far a bump reaches along each factor's axis
   * @param centres positions on the nine axes, bump after bump
   * @param weights of the bumps, in log price
   */
  public Bumps(double[] lengths, double[] centres, double[] weights) {
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
    this.lengths = lengths.clone();
    this.centres = centres.clone();
    this.weights = weights.clone();
    this.scaled = new double[centres.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = centres[i] / lengths[i % Factor.COUNT];
    }
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
    double squares = 0;
    for (int i = from; i < to; i++) {
      double distance = place[i] - scaled[centre + i];
      squares += distance * distance;
    }
    return Math.exp(-.5 * squares);
  }
}
