/** The forms a price model takes, each of which prices and explains exactly. */
@NullMarked
package io.facet.valuation.price;

import org.jspecify.annotations.NullMarked;
