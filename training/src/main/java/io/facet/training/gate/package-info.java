/**
 * Whether a challenger takes the champion's place: six bars, each with its figure and a sentence in
 * plain words. Where the prices come from is decided before, by {@link
 * io.facet.training.gate.Evidence}.
 */
@NullMarked
package io.facet.training.gate;

import org.jspecify.annotations.NullMarked;
