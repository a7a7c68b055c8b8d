/** Whether the stones that are asked are still such as the model has learned from. */
@NullMarked
package io.facet.service.drift;

import org.jspecify.annotations.NullMarked;
