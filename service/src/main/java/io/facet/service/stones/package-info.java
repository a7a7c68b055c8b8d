/** The stone as it travels in requests and answers. */
@NullMarked
package io.facet.service.stones;

import org.jspecify.annotations.NullMarked;
