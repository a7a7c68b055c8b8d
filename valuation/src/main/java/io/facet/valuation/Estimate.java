package io.facet.valuation;

import java.util.List;

/**
 * A price that has not been explained or stored.
 *
 * @param price USD, full precision; the median of what such a stone fetches, not the mean
 * @param range where the price lies with the stated coverage
 * @param caveats why to take the price with care; empty for an ordinary stone
 */
public record Estimate(double price, PriceRange range, List<Caveat> caveats) {

  public Estimate {
    caveats = List.copyOf(caveats);
  }
}
