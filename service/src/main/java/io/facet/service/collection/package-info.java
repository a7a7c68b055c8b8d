/** The house's own stones: what the expert says, what the model says, and where the two differ. */
@NullMarked
package io.facet.service.collection;

import org.jspecify.annotations.NullMarked;
