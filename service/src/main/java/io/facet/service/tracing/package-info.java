/** A span for each request, for whoever collects them. */
@NullMarked
package io.facet.service.tracing;

import org.jspecify.annotations.NullMarked;
