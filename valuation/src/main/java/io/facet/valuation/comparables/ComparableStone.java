package io.facet.valuation.comparables;

import io.facet.valuation.Appraisal;
import java.util.List;

/**
 * An appraised stone, adjusted to the one that was asked about.
 *
 * @param appraisal the stone and what an expert says it is worth
 * @param distance from the asked stone in log price; 0 for an identical stone
 * @param adjusted what the asked stone would be worth by this appraisal, in USD: the appraised
 *     price times every multiplier
 * @param adjustments the nine steps from this stone to the asked one, in the order of the factors:
 *     exact Shapley values
 */
public record ComparableStone(
    Appraisal appraisal, double distance, double adjusted, List<Adjustment> adjustments) {

  public ComparableStone {
    adjustments = List.copyOf(adjustments);
  }

  /**
   * How much had to be adjusted, as a share of the price: .05 is 5 %. The product of all
   * multipliers with those below 1 turned over, less 1. Adjustments up and down don't cancel here,
   * so a small figure means a stone that is close in everything, and the net adjustment is never
   * larger.
   */
  public double grossAdjustment() {
    double product = 1;
    for (Adjustment adjustment : adjustments) {
      product *= adjustment.size();
    }
    return product - 1;
  }
}
