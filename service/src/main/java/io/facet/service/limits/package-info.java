/** Fair use: how fast a key may ask, and how much a business may ask a day. */
@NullMarked
package io.facet.service.limits;

import org.jspecify.annotations.NullMarked;
