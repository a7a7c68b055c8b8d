package io.facet.service.access;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Scope;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The API's door: a key with each request, or a session that somebody has opened with one. It does
 * by itself what Spring Security's chain does elsewhere, at a fraction of the cost; whatever
 * doesn't pass here is left to that chain. Where there is a key nobody looks for a session.
 */
final class Door implements WebFilter, Ordered {

  private static final String API = "v1";

  /** As Spring Security says it everywhere else. */
  private static final String ONLY_HTTPS = "max-age=31536000 ; includeSubDomains";

  private final KeyCheck keys;
  private final SignedInCallers signedIn;
  private final Problems problems;

  Door(KeyCheck keys, SignedInCallers signedIn, Problems problems) {
    this.keys = keys;
    this.signedIn = signedIn;
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
    if ("https".equals(exchange.getRequest().getURI().getScheme())) {
      exchange.getResponse().getHeaders().set("Strict-Transport-Security", ONLY_HTTPS);
    }
    try {
      Optional<ApiKey> key = keys.check(exchange);
      return key.isPresent()
          ? enter(exchange, path, chain, key.get())
          : enterSignedIn(exchange, path, chain);
    } catch (ProblemException refusal) {
      return problems.answer(exchange, refusal);
    }
  }

  private Mono<Void> enterSignedIn(
      ServerWebExchange exchange, PathContainer path, WebFilterChain chain) {
    return signedIn
        .key(exchange)
        .switchIfEmpty(Mono.error(Denials::noKey))
        .flatMap(
            key -> {
              keys.admit(exchange, key);
              return enter(exchange, path, chain, key);
            });
  }

  private static Mono<Void> enter(
      ServerWebExchange exchange, PathContainer path, WebFilterChain chain, ApiKey key) {
    check(exchange.getRequest(), path, key);
    KeyHolder caller = new KeyHolder(key);
    caller.pass(exchange);
    return chain.filter(exchange.mutate().principal(Mono.just(caller)).build());
  }

  private static void check(ServerHttpRequest request, PathContainer path, ApiKey key) {
    if (!isPlain(path.value())) {
      throw Denials.strangeAddress();
    }
    if (!request.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
        .allMatch(coding -> coding.isBlank() || coding.equalsIgnoreCase("identity"))) {
      throw Denials.coded();
    }
    Scope needed = Routes.scope(segment(path, 1), segment(path, 2)).orElse(null);
    if (needed != null && !key.opens(needed)) {
      throw Denials.missing(needed);
    }
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
