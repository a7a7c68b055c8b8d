/** A price with its reasons. */
@NullMarked
package io.facet.service.valuations;

import org.jspecify.annotations.NullMarked;
