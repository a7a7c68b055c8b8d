/** Registered models: versions, and which of them is the champion. */
@NullMarked
package io.facet.registry.models;

import org.jspecify.annotations.NullMarked;
