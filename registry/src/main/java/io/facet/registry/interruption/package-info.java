/** What is left in order when a process is ended in the middle of its work. */
@NullMarked
package io.facet.registry.interruption;

import org.jspecify.annotations.NullMarked;
