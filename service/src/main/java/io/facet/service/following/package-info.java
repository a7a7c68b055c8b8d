/** How the model gets here: followed in the registry, kept for bad days, or taken from a folder. */
@NullMarked
package io.facet.service.following;

import org.jspecify.annotations.NullMarked;
