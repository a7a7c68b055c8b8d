/** The OpenAPI document and its page. */
@NullMarked
package io.facet.service.docs;

import org.jspecify.annotations.NullMarked;
