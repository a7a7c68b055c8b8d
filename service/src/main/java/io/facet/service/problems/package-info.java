/** Every answer that is not a success: application/problem+json (RFC 9457). */
@NullMarked
package io.facet.service.problems;

import org.jspecify.annotations.NullMarked;
