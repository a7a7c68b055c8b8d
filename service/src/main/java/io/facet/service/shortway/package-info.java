/** A way past the dispatcher, for what is asked most. */
@NullMarked
package io.facet.service.shortway;

import org.jspecify.annotations.NullMarked;
