/** A request that is sent twice is done once. */
@NullMarked
package io.facet.service.idempotency;

import org.jspecify.annotations.NullMarked;
