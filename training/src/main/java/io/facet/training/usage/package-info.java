/** What this process takes of the machine while it works. */
@NullMarked
package io.facet.training.usage;

import org.jspecify.annotations.NullMarked;
