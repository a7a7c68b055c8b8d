/** People sign in with a staff key, and their browser is known until they sign out. */
@NullMarked
package io.facet.service.signin;

import org.jspecify.annotations.NullMarked;
