/** How another model would have answered. */
@NullMarked
package io.facet.service.shadow;

import org.jspecify.annotations.NullMarked;
