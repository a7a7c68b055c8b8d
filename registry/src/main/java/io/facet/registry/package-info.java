/** Where runs and models live: three ports, their adapters and the failures they share. */
@NullMarked
package io.facet.registry;

import org.jspecify.annotations.NullMarked;
