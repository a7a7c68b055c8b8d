/** A valuation on one sheet of paper, to be handed over with the stone. */
@NullMarked
package io.facet.service.certificates;

import org.jspecify.annotations.NullMarked;
