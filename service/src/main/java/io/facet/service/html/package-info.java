/** Plain pages for readers of the API and for whoever is led nowhere. */
@NullMarked
package io.facet.service.html;

import org.jspecify.annotations.NullMarked;
