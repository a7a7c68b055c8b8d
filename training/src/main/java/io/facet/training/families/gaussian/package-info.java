/**
 * The price-list Gaussian process: learned on the stones, served as a price list with a correction.
 */
@NullMarked
package io.facet.training.families.gaussian;

import org.jspecify.annotations.NullMarked;
