/** Who may call what. */
@NullMarked
package io.facet.service.access;

import org.jspecify.annotations.NullMarked;
