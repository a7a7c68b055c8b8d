/** Long lists, a page at a time. */
@NullMarked
package io.facet.service.lists;

import org.jspecify.annotations.NullMarked;
