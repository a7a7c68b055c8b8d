/** Places that keep files, opened by their address. */
@NullMarked
package io.facet.registry.storage;

import org.jspecify.annotations.NullMarked;
