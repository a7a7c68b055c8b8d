package io.facet.valuation;

/**
 * Where the expert's price lies for {@code coverage} of all stones.
 *
 * @param low USD
 * @param high USD
 * @param coverage share of stones in (0, 1), such as .9
 */
public record PriceRange(double low, double high, double coverage) {}
