/** The accuracy bench: every family side by side, out of fold and on stones never learned from. */
@NullMarked
package io.facet.training.accuracy;

import org.jspecify.annotations.NullMarked;
