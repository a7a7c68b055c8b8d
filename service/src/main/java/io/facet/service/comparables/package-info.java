/** Real stones of the collection that are close to an asked one, each adjusted to it. */
@NullMarked
package io.facet.service.comparables;

import org.jspecify.annotations.NullMarked;
