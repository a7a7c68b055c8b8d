/** The ports in memory: what every adapter is measured by, and what tests run on. */
@NullMarked
package io.facet.registry.memory;

import org.jspecify.annotations.NullMarked;
