/**
 * Comparables: the appraised stones nearest to an asked one, each adjusted to it one attribute at a
 * time, as appraisers do; and the file in which a model carries them.
 */
@NullMarked
package io.facet.valuation.comparables;

import org.jspecify.annotations.NullMarked;
