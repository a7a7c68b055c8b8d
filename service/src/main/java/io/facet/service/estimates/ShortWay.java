package io.facet.service.estimates;

import io.facet.service.stones.StoneReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what most callers send to {@code POST /v1/estimates} before the dispatcher looks for a
 * route, an argument and a form of the answer, which takes longer than all the rest. Whatever is
 * asked in other words goes on to {@link EstimateController}, which answers the same.
 */
final class ShortWay implements WebFilter, Ordered {

  private static final PathPattern ROUTE =
      PathPatternParser.defaultInstance.parse(EstimateController.PATH);

  private final StoneReader stones = new StoneReader();
  private final Estimator estimator;
  private final ObjectWriter json;

  ShortWay(Estimator estimator, JsonMapper json) {
    this.estimator = estimator;
    this.json = json.writerFor(EstimateAnswer.class);
  }

  // Behind all filters, where the dispatcher is.
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!isPlain(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, ROUTE);
    return stones
        .read(exchange.getRequest())
        .flatMap(written -> answer(exchange.getResponse(), estimator.price(written.diamond())));
  }

  private static boolean isPlain(ServerHttpRequest request) {
    return HttpMethod.POST.equals(request.getMethod())
        && EstimateController.PATH.equals(request.getPath().value())
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

  private Mono<Void> answer(ServerHttpResponse response, EstimateAnswer answer) {
    byte[] body = json.writeValueAsBytes(answer);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
