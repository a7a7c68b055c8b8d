package io.facet.training.stones;

import io.facet.valuation.stone.Diamond;

/**
 * A stone that an expert has priced.
 *
 * @param stone the stone
 * @param price what the expert says it is worth, in USD
 */
public record Appraised(Diamond stone, double price) {}
