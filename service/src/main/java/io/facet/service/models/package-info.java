/** The model that is served. */
@NullMarked
package io.facet.service.models;

import org.jspecify.annotations.NullMarked;
