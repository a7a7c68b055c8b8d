package io.facet.valuation.nearby;

import io.facet.valuation.Estimate;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;

/**
 * An asked stone with one thing changed, and what it would be worth so.
 *
 * @param factor what was changed: carat, color, clarity or cut
 * @param better whether it is heavier or better graded than the asked one
 * @param stone the changed stone
 * @param estimate its price and range
 */
public record NearbyStone(Factor factor, boolean better, Diamond stone, Estimate estimate) {

  /** What was changed as a jeweller writes it, such as {@code 1.00 ct} or {@code VS2}. */
  public String value() {
    return factor.format(factor.of(stone));
  }
}
