package io.facet.service.collection;

import io.facet.valuation.stone.Checked;
import java.util.OptionalDouble;

/**
 * A stone as it is kept in the books.
 *
 * @param number where it stands in the books, from 1
 * @param stone the stone, or why that can't be one
 * @param appraised what the expert says, in USD; empty where nobody has priced it yet
 */
public record CollectionRow(int number, Checked stone, OptionalDouble appraised) {}
