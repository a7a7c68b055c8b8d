package io.facet.service.requests;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id, the caller's own where it is sane, and says it in every answer. Stands
 * before all other filters, so that their answers have one too.
 */
public final class RequestId implements WebFilter, Ordered {

  public static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String given = exchange.getRequest().getHeaders().getFirst(HEADER);
    exchange.getResponse().getHeaders().set(HEADER, choose(given));
    return chain.filter(exchange);
  }

  /** The id of the request that {@code exchange} answers. */
  public static String of(ServerWebExchange exchange) {
    String id = exchange.getResponse().getHeaders().getFirst(HEADER);
    return id == null ? "" : id;
  }

  /** The id of a request whose caller gave it {@code given}. */
  public static String choose(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : generated();
  }

  // Ids tell requests apart; nobody is kept from guessing them, so no secure random is spent.
  private static String generated() {
    HexFormat hex = HexFormat.of();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
