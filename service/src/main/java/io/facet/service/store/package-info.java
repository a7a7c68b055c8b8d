/** The database: where it is, its tables, and what happens while it is away. */
@NullMarked
package io.facet.service.store;

import org.jspecify.annotations.NullMarked;
