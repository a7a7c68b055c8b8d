/** What people see: the welcome page, and the web app, which asks the API for all it shows. */
@NullMarked
package io.facet.service.pages;

import org.jspecify.annotations.NullMarked;
