package io.facet.service.metering;

import io.facet.service.idempotency.IdempotencyKey;
import io.facet.service.keys.ApiKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Counts each request of a key when its answer begins. */
public final class Metering {

  private static final String NO_ROUTE = "other";
  private static final String PARTS = Metering.class.getName() + ".parts";

  private final UsageMeter meter;
  private final Map<HttpMethod, Map<PathPattern, String>> operations = new ConcurrentHashMap<>();

  Metering(UsageMeter meter) {
    this.meter = meter;
  }

  /** Counts the request of {@code exchange} once it is known what becomes of it. */
  public void count(ServerWebExchange exchange, ApiKey key) {
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              Outcome outcome = outcome(exchange);
              meter.count(key, operation(exchange), outcome, 1, units(exchange, outcome));
              return Mono.empty();
            });
  }

  /** Says that the parts of an answer are counted one by one, rather than the whole. */
  public static void countParts(ServerWebExchange exchange) {
    exchange.getAttributes().put(PARTS, true);
  }

  private static long units(ServerWebExchange exchange, Outcome outcome) {
    boolean byParts = outcome == Outcome.OK && exchange.getAttribute(PARTS) != null;
    return outcome == Outcome.LIMITED || byParts ? 0 : 1;
  }

  private static Outcome outcome(ServerWebExchange exchange) {
    ServerHttpResponse response = exchange.getResponse();
    HttpStatusCode status = response.getStatusCode();
    if (status != null && status.value() >= 400) {
      return Outcome.of(status.value());
    }
    return response.getHeaders().containsHeader(IdempotencyKey.REPLAYED)
        ? Outcome.REPLAYED
        : Outcome.OK;
  }

  private String operation(ServerWebExchange exchange) {
    PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern == null) {
      return NO_ROUTE;
    }
    HttpMethod method = exchange.getRequest().getMethod();
    Map<PathPattern, String> known = operations.get(method);
    String operation = known == null ? null : known.get(pattern);
    return operation == null ? learned(method, pattern) : operation;
  }

  private String learned(HttpMethod method, PathPattern pattern) {
    String text = pattern.getPatternString();
    // Only routes of the API: others are as many as somebody likes to ask for.
    return text.startsWith("/v1/")
        ? operations
            .computeIfAbsent(method, it -> new ConcurrentHashMap<>())
            .computeIfAbsent(pattern, it -> method + " " + text)
        : NO_ROUTE;
  }
}
