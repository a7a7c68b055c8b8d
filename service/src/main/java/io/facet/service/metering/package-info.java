/** What was asked, counted by day, key, operation and outcome. */
@NullMarked
package io.facet.service.metering;

import org.jspecify.annotations.NullMarked;
