/** An earlier model, learned again from what its provenance names. */
@NullMarked
package io.facet.training.reproduction;

import org.jspecify.annotations.NullMarked;
