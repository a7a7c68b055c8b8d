/** API keys: what they open, how they are kept, how they are checked. */
@NullMarked
package io.facet.service.keys;

import org.jspecify.annotations.NullMarked;
