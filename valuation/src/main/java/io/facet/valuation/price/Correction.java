package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.List;

/**
 * What proportions add to a list price or take from it, in log price. A stone of the typical
 * proportions has 0, whatever its weight and grades.
 */
public final class Correction {

  /** Weight and the three grades come first, the five proportions after them. */
  private static final int BODY = Factor.DEPTH.ordinal();

  /** A bump of another weight or grade, so far off that it changes no bit of a price. */
  private static final double NOTHING = 1e-18;

  private final List<Axis> axes;
  private final double[] typical;
  private final double[] slopes;
  private final List<Bumps> bumps;
  private final double[] typicalPositions;
  private final double[][] atTypical;

  /**
   * @param axes of the nine factors
   * @param typical the typical proportions, depth to height, in their units
   * @param slopes log price per position of each proportion
   * @param bumps what the slopes leave over, one for each shape and reach
   */
  public Correction(List<Axis> axes, double[] typical, double[] slopes, List<Bumps> bumps) {
    if (axes.size() != Factor.COUNT
        || typical.length != Factor.COUNT - BODY
        || slopes.length != Factor.COUNT - BODY) {
      throw new IllegalArgumentException("a correction needs nine axes and five proportions");
    }
    Axis.checkGrades(axes);
    this.axes = List.copyOf(axes);
    this.typical = typical.clone();
    this.slopes = slopes.clone();
    this.bumps = List.copyOf(bumps);
    this.typicalPositions = new double[Factor.COUNT];
    for (int i = BODY; i < Factor.COUNT; i++) {
      typicalPositions[i] = axes.get(i).position(typical[i - BODY]);
    }
    this.atTypical = this.bumps.stream().map(this::atTypical).toArray(double[][]::new);
  }

  private double[] atTypical(Bumps some) {
    double[] place = some.scaled(typicalPositions);
    double[] parts = new double[some.size()];
    for (int bump = 0; bump < parts.length; bump++) {
      parts[bump] = some.parts(bump, BODY, Factor.COUNT, place);
    }
    return parts;
  }

  public List<Axis> axes() {
    return axes;
  }

  public double[] typical() {
    return typical.clone();
  }

  public double[] slopes() {
    return slopes.clone();
  }

  public List<Bumps> bumps() {
    return bumps;
  }

  /** The correction of a stone with these nine factors, in log price. */
  double of(double[] factors) {
    double[] positions = Axis.positions(axes, factors);
    double sum = 0;
    for (int i = BODY; i < Factor.COUNT; i++) {
      sum += slopes[i - BODY] * (positions[i] - typicalPositions[i]);
    }
    for (int i = 0; i < atTypical.length; i++) {
      sum += of(bumps.get(i), atTypical[i], positions);
    }
    return sum;
  }

  private static double of(Bumps bumps, double[] atTypical, double[] positions) {
    double[] place = bumps.scaled(positions);
    double sum = 0;
    for (int bump = 0; bump < atTypical.length; bump++) {
      double body = bumps.parts(bump, 0, BODY, place);
      if (body > NOTHING) {
        double departs = bumps.parts(bump, BODY, Factor.COUNT, place) - atTypical[bump];
        sum += bumps.weight(bump) * body * departs;
      }
    }
    return sum;
  }

  /** Adds the Shapley values of the nine factors against {@code reference}. */
  void share(double[] factors, double[] reference, double[] contributions) {
    double[] here = Axis.positions(axes, factors);
    double[] there = Axis.positions(axes, reference);
    for (int i = BODY; i < Factor.COUNT; i++) {
      contributions[i] += slopes[i - BODY] * (here[i] - there[i]);
    }
    for (int i = 0; i < atTypical.length; i++) {
      share(bumps.get(i), atTypical[i], here, there, contributions);
    }
  }

  private static void share(
      Bumps bumps, double[] atTypical, double[] here, double[] there, double[] contributions) {
    ProductGame game = new ProductGame(BODY, Factor.COUNT);
    double[] stone = bumps.scaled(here);
    double[] other = bumps.scaled(there);
    for (int bump = 0; bump < atTypical.length; bump++) {
      for (int i = 0; i < Factor.COUNT; i++) {
        double in = bumps.parts(bump, i, i + 1, stone);
        game.player(i, in, stone[i] == other[i] ? in : bumps.parts(bump, i, i + 1, other));
      }
      game.share(bumps.weight(bump), atTypical[bump], contributions);
    }
  }
}
