/** How good a model is: folds, out-of-fold prices, figures, ranges. */
@NullMarked
package io.facet.training.evaluation;

import org.jspecify.annotations.NullMarked;
