package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Scope;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The API's door: a key with each request, no session, hence nothing for CSRF to ride on. It does
 * by itself what Spring Security's chain does elsewhere, at a fraction of the cost; whatever
 * doesn't pass here is left to that chain.
 */
final class Door implements WebFilter, Ordered {

  /** An attribute of exchanges that have passed. */
  static final String PASSED = Door.class.getName();

  private static final String API = "v1";

  private final KeyCheck keys;
  private final Problems problems;

  Door(KeyCheck keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  // Before Spring Security, after the request has its id.
  @Override
  public int getOrder() {
    return -200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    if (!API.equals(segment(path, 0))) {
      return chain.filter(exchange);
    }
    protect(exchange.getResponse().getHeaders());
    try {
      KeyHolder caller = new KeyHolder(admitted(exchange, path));
      exchange.getAttributes().put(PASSED, true);
      return chain.filter(exchange.mutate().principal(Mono.just(caller)).build());
    } catch (ProblemException refusal) {
      return problems.answer(exchange, refusal);
    }
  }

  private ApiKey admitted(ServerWebExchange exchange, PathContainer path) {
    ApiKey key = keys.check(exchange).orElseThrow(Denials::noKey);
    if (!isPlain(path.value())) {
      throw Denials.strangeAddress();
    }
    Scope needed = Routes.scope(segment(path, 1), segment(path, 2)).orElse(null);
    if (needed != null && !key.opens(needed)) {
      throw Denials.missing(needed);
    }
    return key;
  }

  private static void protect(HttpHeaders answer) {
    answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("X-Frame-Options", "DENY");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  /** No route needs anything else; so Spring Security's firewall needn't look at it. */
  private static boolean isPlain(String path) {
    boolean afterWord = true;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean word = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
      if (!word && !(afterWord && (c == '/' || c == '.'))) {
        return false;
      }
      afterWord = word;
    }
    return true;
  }

  /** The segment with that number, decoded as the router does; empty where there is none. */
  private static String segment(PathContainer path, int number) {
    List<Element> elements = path.elements();
    int index = 2 * number + 1;
    return index < elements.size() && elements.get(index) instanceof PathSegment segment
        ? segment.valueToMatch()
        : "";
  }
}
