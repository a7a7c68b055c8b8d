/** The appraiser: prices a diamond, gives the range that holds and the reasons that add up. */
@NullMarked
package io.facet.valuation;

import org.jspecify.annotations.NullMarked;
