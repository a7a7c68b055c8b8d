package io.facet.valuation;

import io.facet.valuation.stone.Diamond;
import java.math.BigDecimal;
import java.util.List;

/**
 * A price with its reasons.
 *
 * @param stone what was valued
 * @param estimate price, range and caveats
 * @param reference where the ladder starts
 * @param referencePrice the model's price of the reference stone, in USD, full precision; times
 *     every multiplier it is the price
 * @param reasons the nine steps in the order of the factors; their USD and the rounded reference
 *     price sum exactly to the rounded price
 */
public record Valuation(
    Diamond stone,
    Estimate estimate,
    ReferenceStone reference,
    double referencePrice,
    List<Reason> reasons) {

  public Valuation {
    reasons = List.copyOf(reasons);
  }

  /** The price in USD, rounded to cents. */
  public BigDecimal price() {
    return Usd.cents(estimate.price());
  }
}
