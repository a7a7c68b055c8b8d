/** The native model file: one file, readable without Java serialization, refused when damaged. */
@NullMarked
package io.facet.valuation.file;

import org.jspecify.annotations.NullMarked;
