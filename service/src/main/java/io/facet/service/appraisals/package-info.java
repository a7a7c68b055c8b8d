/** Experts' prices of stones: what the next model learns from. */
@NullMarked
package io.facet.service.appraisals;

import org.jspecify.annotations.NullMarked;
