/** Files kept beside runs and models. */
@NullMarked
package io.facet.registry.artifacts;

import org.jspecify.annotations.NullMarked;
