/** The model card: what a person should know before trusting a model, in Markdown. */
@NullMarked
package io.facet.training.card;

import org.jspecify.annotations.NullMarked;
