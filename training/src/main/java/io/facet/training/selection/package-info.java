/** Which family to take: an honest comparison, a rule, and a report of both. */
@NullMarked
package io.facet.training.selection;

import org.jspecify.annotations.NullMarked;
