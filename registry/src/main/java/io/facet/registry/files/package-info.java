/** Artifacts in a folder of this machine. */
@NullMarked
package io.facet.registry.files;

import org.jspecify.annotations.NullMarked;
