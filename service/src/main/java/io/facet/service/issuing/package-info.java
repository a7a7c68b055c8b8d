/** The routes by which keys are issued, listed, rotated and revoked. */
@NullMarked
package io.facet.service.issuing;

import org.jspecify.annotations.NullMarked;
