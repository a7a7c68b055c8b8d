package io.facet.valuation;

import io.facet.valuation.stone.Diamond;

/**
 * What an expert says a real stone is worth.
 *
 * @param stone the stone
 * @param price USD, above 0
 */
public record Appraisal(Diamond stone, double price) {

  public Appraisal {
    if (!(price > 0 && Double.isFinite(price))) {
      throw new IllegalArgumentException("an appraisal is a number of USD above 0: " + price);
    }
  }
}
