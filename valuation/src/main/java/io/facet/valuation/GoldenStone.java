package io.facet.valuation;

import io.facet.valuation.stone.Diamond;

/**
 * A stone with the answers a model gave when it was written. Whoever reads the model asks it again.
 *
 * @param stone the stone
 * @param price USD
 * @param low lower end of the range in USD
 * @param high upper end of the range in USD
 */
public record GoldenStone(Diamond stone, double price, double low, double high) {

  /** Far above what another processor's logarithm changes, far below what any damage does. */
  private static final double TOLERANCE = 1e-9;

  static GoldenStone of(Diamond stone, Estimate answer) {
    return new GoldenStone(stone, answer.price(), answer.range().low(), answer.range().high());
  }

  /** Whether {@code appraiser} still gives these answers. */
  public boolean holdsFor(Appraiser appraiser) {
    Estimate answer = appraiser.estimate(stone);
    return close(price, answer.price())
        && close(low, answer.range().low())
        && close(high, answer.range().high());
  }

  private static boolean close(double expected, double actual) {
    return Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
  }
}
