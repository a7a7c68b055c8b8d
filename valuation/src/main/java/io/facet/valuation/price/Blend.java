package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.List;

/**
 * A weighted geometric mean of other models' prices, which is a weighted sum of their log prices.
 * Shapley values are linear in the game, so the contributions are the same weighted sum and as
 * exact as those of the parts.
 *
 * @param parts of the blend, none of them a blend; their weights sum to 1
 */
public record Blend(List<Part> parts) implements PriceModel {

  private static final double ROUNDING = 1e-9;

  /**
   * One model of a blend.
   *
   * @param weight its exponent in the geometric mean, above 0
   * @param model what it says
   */
  public record Part(double weight, PriceModel model) {

    public Part {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("a part of a blend weighs " + weight);
      }
      if (model instanceof Blend) {
        throw new IllegalArgumentException("a blend is no part of a blend: its parts are");
      }
    }
  }

  public Blend {
    parts = List.copyOf(parts);
    double sum = parts.stream().mapToDouble(Part::weight).sum();
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException("the weights of a blend sum to " + sum);
    }
  }

  @Override
  public double logPrice(double[] factors) {
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      sum += part.weight() * part.model().logPrice(factors);
    }
    return sum;
  }

  @Override
  public double[] contributions(double[] factors, double[] reference) {
    double[] sum = new double[Factor.COUNT];
    for (Part part : parts) {
      double[] contributions = part.model().contributions(factors, reference);
      for (int factor = 0; factor < Factor.COUNT; factor++) {
        sum[factor] += part.weight() * contributions[factor];
      }
    }
    return sum;
  }
}
