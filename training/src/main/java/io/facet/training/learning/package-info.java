/**
 * From appraised stones to an appraiser that can be packaged: cross-validated, calibrated,
 * refitted.
 */
@NullMarked
package io.facet.training.learning;

import org.jspecify.annotations.NullMarked;
