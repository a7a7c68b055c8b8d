package io.facet.service.shortway;

import io.facet.service.access.KeyHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers {@code POST}, JSON for JSON and without a query, as the controller's route of that path
 * does.
 */
public interface DirectRoute {

  String path();

  /** The whole answer, its content type too. */
  Mono<ResponseEntity<byte[]>> answer(ServerWebExchange exchange, KeyHolder caller);
}
