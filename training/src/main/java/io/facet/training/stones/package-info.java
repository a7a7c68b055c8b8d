/** Stones from CSV files: read, checked, and set aside with the reason where they can't be used. */
@NullMarked
package io.facet.training.stones;

import org.jspecify.annotations.NullMarked;
