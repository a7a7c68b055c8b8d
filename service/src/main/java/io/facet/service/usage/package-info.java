/** Tells businesses what they have asked, and billing what it comes to. */
@NullMarked
package io.facet.service.usage;

import org.jspecify.annotations.NullMarked;
