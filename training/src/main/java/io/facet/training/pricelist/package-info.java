/** What a model asks for every stone of the trade's grid, as a list to read, to print, to load. */
@NullMarked
package io.facet.training.pricelist;

import org.jspecify.annotations.NullMarked;
