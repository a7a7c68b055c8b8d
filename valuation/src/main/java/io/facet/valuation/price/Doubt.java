package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.List;

/**
 * How little the stones that were learned from tell about another: the share of a Gaussian process'
 * prior variance that they leave, from 0 for a stone like many to 1 for one like none. The process
 * has a squared exponential kernel over all nine factors and knows the stones through some of them,
 * the centres (Quiñonero-Candela and Rasmussen, A Unifying View of Sparse Approximate Gaussian
 * Process Regression, 2005).
 */
public final class Doubt {

  /** A centre that is farther off, squared in lengths, changes no doubt: it tells 1e-12. */
  private static final double FAR = -2 * Math.log(1e-12);

  private final List<Axis> axes;
  private final double[] lengths;
  private final double[] centres;
  private final double[] information;
  private final double usual;
  private final double weight;
  private final int size;
  // Centres in lengths, so that asking divides nothing.
  private final double[] scaled;
  // The information up to the diagonal, which counts half: the rest says the same once more.
  private final double[] half;

  /**
   * @param axes of the nine factors
   * @param lengths how far a stone tells of others along each factor's axis
   * @param centres positions on the nine axes, centre after centre
   * @param information what the centres tell together: a symmetric matrix, row after row
   * @param usual the most doubt that there is about ordinary stones, in [0, 1]
   * @param weight variance that full doubt adds, in units of the variance of an ordinary stone
   */
  public Doubt(
      List<Axis> axes,
      double[] lengths,
      double[] centres,
      double[] information,
      double usual,
      double weight) {
    this.size = centres.length / Factor.COUNT;
    if (axes.size() != Factor.COUNT
        || lengths.length != Factor.COUNT
        || centres.length != size * Factor.COUNT
        || information.length != size * size) {
      throw new IllegalArgumentException(
          "a doubt of %d centres has %d positions and %d informations"
              .formatted(size, centres.length, information.length));
    }
    for (double length : lengths) {
      if (!(length > 0)) {
        throw new IllegalArgumentException("a doubt of length " + length);
      }
    }
    if (!(usual >= 0 && usual <= 1 && weight >= 0)) {
      throw new IllegalArgumentException(
          "a usual doubt of %s that weighs %s".formatted(usual, weight));
    }
    Axis.checkGrades(axes);
    this.axes = List.copyOf(axes);
    this.lengths = lengths.clone();
    this.centres = centres.clone();
    this.information = information.clone();
    this.usual = usual;
    this.weight = weight;
    this.scaled = new double[centres.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = centres[i] / lengths[i % Factor.COUNT];
    }
    this.half = half(information, size);
  }

  private static double[] half(double[] information, int size) {
    double[] half = new double[size * (size + 1) / 2];
    int at = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double told = (information[i * size + j] + information[j * size + i]) / 2;
        half[at++] = i == j ? told / 2 : told;
      }
    }
    return half;
  }

  public List<Axis> axes() {
    return axes;
  }

  public double[] lengths() {
    return lengths.clone();
  }

  public double[] centres() {
    return centres.clone();
  }

  public double[] information() {
    return information.clone();
  }

  public double usual() {
    return usual;
  }

  public double weight() {
    return weight;
  }

  /** The share of the variance that is left for a stone with these nine factors. */
  public double of(double[] factors) {
    double[] near = near(factors);
    double[] told = new double[size];
    int row = 0;
    for (int i = 0; i < size; i++) {
      if (near[i] > 0) {
        // Row by row rather than sum by sum: processors add eight numbers at once, but not to one.
        for (int j = 0; j <= i; j++) {
          told[j] += half[row + j] * near[i];
        }
      }
      row += i + 1;
    }
    double share = 0;
    for (int i = 0; i < size; i++) {
      share += told[i] * near[i];
    }
    return Math.min(Math.max(1 - 2 * share, 0), 1);
  }

  /** By how much a spread grows for a doubt of {@code share}; 1 up to the usual doubt. */
  public double widening(double share) {
    return Math.sqrt(1 + weight * Math.max(share - usual, 0));
  }

  /** Whether stones like this one were hardly seen. */
  public boolean isUnusual(double share) {
    return share > usual;
  }

  private double[] near(double[] factors) {
    double[] near = new double[size];
    double[] place = Axis.positions(axes, factors);
    for (int i = 0; i < Factor.COUNT; i++) {
      place[i] /= lengths[i];
    }
    for (int i = 0; i < size; i++) {
      double squares = 0;
      for (int factor = 0; factor < Factor.COUNT; factor++) {
        double distance = place[factor] - scaled[i * Factor.COUNT + factor];
        squares += distance * distance;
      }
      near[i] = squares < FAR ? Math.exp(-.5 * squares) : 0;
    }
    return near;
  }
}
