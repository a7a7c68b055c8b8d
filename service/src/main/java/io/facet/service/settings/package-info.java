/** What the operator says through the environment, read once and checked whole. */
@NullMarked
package io.facet.service.settings;

import org.jspecify.annotations.NullMarked;
