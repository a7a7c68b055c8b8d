/**
 * A diamond as the trade describes it: the four Cs, the proportions, and the nine factors that a
 * price is made of.
 */
@NullMarked
package io.facet.valuation.stone;

import org.jspecify.annotations.NullMarked;
