/** What a model has learned from, in counts, to hold other stones against. */
@NullMarked
package io.facet.registry.profile;

import org.jspecify.annotations.NullMarked;
