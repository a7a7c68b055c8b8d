/** What notebooks draw, tabulate and log, and the few studies that only they make. */
@NullMarked
package io.facet.notebooks;

import org.jspecify.annotations.NullMarked;
