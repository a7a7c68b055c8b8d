package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Knows callers who bring no key because they have signed in with one. */
@FunctionalInterface
public interface SignedInCallers {

  /**
   * The key that whoever asks has signed in with; empty where nothing says that somebody has. Fails
   * with a problem where the session has ended, or where it may not ask for this.
   */
  Mono<ApiKey> key(ServerWebExchange exchange);
}
