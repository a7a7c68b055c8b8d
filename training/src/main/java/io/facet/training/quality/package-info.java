/** What is wrong with files of appraisals before anyone learns from them: {@code Rule} lists it. */
@NullMarked
package io.facet.training.quality;

import org.jspecify.annotations.NullMarked;
