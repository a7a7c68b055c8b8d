/** What the next grade and the next magic weight would do to a stone's price. */
@NullMarked
package io.facet.service.nearby;

import org.jspecify.annotations.NullMarked;
