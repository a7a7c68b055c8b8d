/** Who may work at a place, one at a time. */
@NullMarked
package io.facet.registry.leases;

import org.jspecify.annotations.NullMarked;
