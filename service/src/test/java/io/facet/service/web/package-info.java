/**
 * The web app as its users meet it: a real browser, the real service, a champion in real MLflow.
 */
@NullMarked
package io.facet.service.web;

import org.jspecify.annotations.NullMarked;
