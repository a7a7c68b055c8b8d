/** HTML pages that need nothing else: what reports look like. */
@NullMarked
package io.facet.training.page;

import org.jspecify.annotations.NullMarked;
