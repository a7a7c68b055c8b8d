package io.facet.valuation;

import io.facet.valuation.stone.Diamond;

/**
 * The stone that every ladder of reasons starts from.
 *
 * @param name what people call it
 * @param stone its nine values
 */
public record ReferenceStone(String name, Diamond stone) {}
