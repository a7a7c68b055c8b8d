/** What the served model asks per carat, as the trade prints it. */
@NullMarked
package io.facet.service.pricelist;

import org.jspecify.annotations.NullMarked;
