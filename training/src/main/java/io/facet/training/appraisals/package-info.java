/** Prices that experts have sent to the service, as the pipeline reads them there. */
@NullMarked
package io.facet.training.appraisals;

import org.jspecify.annotations.NullMarked;
