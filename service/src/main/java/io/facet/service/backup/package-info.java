/** Copies of all that the store holds, made and taken back by an operator. */
@NullMarked
package io.facet.service.backup;

import org.jspecify.annotations.NullMarked;
