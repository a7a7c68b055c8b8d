/** One stone, one price, not stored: the fast path. */
@NullMarked
package io.facet.service.estimates;

import org.jspecify.annotations.NullMarked;
