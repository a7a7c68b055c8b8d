/** Model families: what can be learned, by which method. */
@NullMarked
package io.facet.training.families;

import org.jspecify.annotations.NullMarked;
