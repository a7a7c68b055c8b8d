package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.Problems;
import java.util.Optional;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Checks keys outside the API. A request without a key goes on as nobody's; one with a bad key ends
 * here, wherever it was going.
 */
final class KeyFilter implements WebFilter {

  private final KeyCheck keys;
  private final Problems problems;

  KeyFilter(KeyCheck keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Optional<ApiKey> key;
    try {
      key = keys.check(exchange);
    } catch (ProblemException refusal) {
      return problems.answer(exchange, refusal);
    }
    Mono<Void> next = chain.filter(exchange);
    return key.isEmpty()
        ? next
        : next.contextWrite(
            ReactiveSecurityContextHolder.withAuthentication(new KeyHolder(key.get())));
  }
}
