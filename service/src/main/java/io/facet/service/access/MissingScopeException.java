package io.facet.service.access;

import io.facet.service.keys.Scope;
import org.springframework.security.access.AccessDeniedException;

/** A valid key that lacks the scope of what it was used for. */
final class MissingScopeException extends AccessDeniedException {

  private static final long serialVersionUID = 1L;

  private final Scope scope;

  MissingScopeException(Scope scope) {
    super("scope " + scope.label() + " is missing");
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }
}
