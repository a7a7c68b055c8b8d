package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/**
 * Log price as a sum of one term a factor: a slope on log weight, a step for each grade, a slope on
 * each proportion. Since no factor interacts with another, the Shapley value of each is simply its
 * own term's change.
 */
public final class LinearModel implements PriceModel {

  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();

  private final double intercept;
  private final double perLogCarat;
  private final double[] color;
  private final double[] clarity;
  private final double[] cut;
  private final double[] proportions;

  /**
   * @param intercept log price of a stone of 1 ct with every other term 0
   * @param perLogCarat elasticity of price by weight
   * @param color log price a color grade, J to D
   * @param clarity log price a clarity grade, I1 to IF
   * @param cut log price a cut grade, Fair to Ideal
   * @param proportions slopes of depth, table, spread, roundness and height
   */
  public LinearModel(
      double intercept,
      double perLogCarat,
      double[] color,
      double[] clarity,
      double[] cut,
      double[] proportions) {
    this.intercept = intercept;
    this.perLogCarat = perLogCarat;
    this.color = sized("color", color, Factor.COLOR.grades().size());
    this.clarity = sized("clarity", clarity, Factor.CLARITY.grades().size());
    this.cut = sized("cut", cut, Factor.CUT.grades().size());
    this.proportions = sized("proportions", proportions, Factor.COUNT - FIRST_PROPORTION);
  }

  public double intercept() {
    return intercept;
  }

  public double perLogCarat() {
    return perLogCarat;
  }

  public double[] color() {
    return color.clone();
  }

  public double[] clarity() {
    return clarity.clone();
  }

  public double[] cut() {
    return cut.clone();
  }

  public double[] proportions() {
    return proportions.clone();
  }

  @Override
  public double logPrice(double[] factors) {
    double sum = intercept;
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      sum += term(factor, factors[factor]);
    }
    return sum;
  }

  @Override
  public double[] contributions(double[] factors, double[] reference) {
    double[] contributions = new double[Factor.COUNT];
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      contributions[factor] = term(factor, factors[factor]) - term(factor, reference[factor]);
    }
    return contributions;
  }

  private double term(int factor, double value) {
    return switch (factor) {
      case 0 -> perLogCarat * Math.log(value);
      case 1 -> color[(int) value];
      case 2 -> clarity[(int) value];
      case 3 -> cut[(int) value];
      default -> proportions[factor - FIRST_PROPORTION] * value;
    };
  }

  private static double[] sized(String name, double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " terms where there are " + size);
    }
    return values.clone();
  }
}
