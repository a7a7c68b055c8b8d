/** Many stones in one request, valued one after another while they arrive. */
@NullMarked
package io.facet.service.batches;

import org.jspecify.annotations.NullMarked;
