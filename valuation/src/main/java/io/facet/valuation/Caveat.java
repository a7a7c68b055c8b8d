package io.facet.valuation;

/**
 * A reason to take a price with care.
 *
 * @param code what programs look at, such as {@code beyond_training}
 * @param text what people read
 */
public record Caveat(String code, String text) {}
