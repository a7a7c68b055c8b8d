/**
 * Whether stones and prices have become others than a model has learned from: against the profile
 * that lies in its folder.
 */
@NullMarked
package io.facet.training.drift;

import org.jspecify.annotations.NullMarked;
