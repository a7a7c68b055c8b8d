/** Writes the model folder: one folder is one model, readable without Facet. */
@NullMarked
package io.facet.training.folder;

import org.jspecify.annotations.NullMarked;
