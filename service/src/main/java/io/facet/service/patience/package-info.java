/** How long callers are waited for. */
@NullMarked
package io.facet.service.patience;

import org.jspecify.annotations.NullMarked;
