/** The REST API that serves the model in production, wired by hand. */
@NullMarked
package io.facet.service;

import org.jspecify.annotations.NullMarked;
