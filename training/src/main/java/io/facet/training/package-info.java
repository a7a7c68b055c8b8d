/** From a CSV of appraised stones to a promoted model. */
@NullMarked
package io.facet.training;

import org.jspecify.annotations.NullMarked;
