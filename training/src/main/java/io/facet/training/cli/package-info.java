/** The command line. */
@NullMarked
package io.facet.training.cli;

import org.jspecify.annotations.NullMarked;
