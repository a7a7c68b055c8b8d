/**
 * What a stone would be worth if it differed in one of the four Cs. Nothing here is a real stone.
 */
@NullMarked
package io.facet.valuation.nearby;

import org.jspecify.annotations.NullMarked;
