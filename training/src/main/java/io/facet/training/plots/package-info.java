/** Figures to look at beside a run. */
@NullMarked
package io.facet.training.plots;

import org.jspecify.annotations.NullMarked;
