/** Runs: what was tried, on which data, with which figures. */
@NullMarked
package io.facet.registry.runs;

import org.jspecify.annotations.NullMarked;
