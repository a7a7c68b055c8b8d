/** What every request carries: its id. */
@NullMarked
package io.facet.service.requests;

import org.jspecify.annotations.NullMarked;
