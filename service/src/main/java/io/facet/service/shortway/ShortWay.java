package io.facet.service.shortway;

import io.facet.service.access.KeyHolder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Answers what most callers send before the dispatcher looks for a route, its arguments and a form
 * of the answer, which takes longer than to price a stone. Whatever is asked in other words goes on
 * to the dispatcher, where the same is answered.
 */
final class ShortWay implements WebFilter, Ordered {

  private final Map<String, Way> ways;

  private record Way(PathPattern pattern, DirectRoute route) {

    static Way of(DirectRoute route) {
      return new Way(PathPatternParser.defaultInstance.parse(route.path()), route);
    }
  }

  ShortWay(List<DirectRoute> routes) {
    this.ways =
        routes.stream()
            .map(Way::of)
            .collect(Collectors.toMap(way -> way.route().path(), Function.identity()));
  }

  // Behind all filters, where the dispatcher is.
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Way way = ways.get(exchange.getRequest().getPath().value());
    KeyHolder caller = KeyHolder.of(exchange);
    return way == null || caller == null || !isPlain(exchange.getRequest())
        ? chain.filter(exchange)
        : answer(exchange, way, caller);
  }

  private static boolean isPlain(ServerHttpRequest request) {
    return HttpMethod.POST.equals(request.getMethod())
        && request.getURI().getRawQuery() == null
        && MediaType.APPLICATION_JSON_VALUE.equals(header(request, HttpHeaders.CONTENT_TYPE))
        && isTaken(header(request, HttpHeaders.ACCEPT));
  }

  private static boolean isTaken(@Nullable String accept) {
    return accept == null
        || MediaType.ALL_VALUE.equals(accept)
        || MediaType.APPLICATION_JSON_VALUE.equals(accept);
  }

  private static @Nullable String header(ServerHttpRequest request, String name) {
    return request.getHeaders().getFirst(name);
  }

  private static Mono<Void> answer(ServerWebExchange exchange, Way way, KeyHolder caller) {
    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, way.pattern());
    return way.route()
        .answer(exchange, caller)
        .flatMap(answer -> write(exchange.getResponse(), answer));
  }

  private static Mono<Void> write(ServerHttpResponse response, ResponseEntity<byte[]> answer) {
    byte[] body = answer.getBody();
    if (body == null) {
      throw new IllegalStateException("an answer without a body");
    }
    response.setStatusCode(answer.getStatusCode());
    response.getHeaders().putAll(answer.getHeaders());
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
