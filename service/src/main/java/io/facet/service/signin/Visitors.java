package io.facet.service.signin;

import io.facet.service.access.KeyCheck;
import io.facet.service.access.SignedInCallers;
import io.facet.service.keys.ApiKey;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Knows by its cookie who asks. */
public final class Visitors implements SignedInCallers {

  static final String CSRF_HEADER = "X-CSRF-Token";

  private final Sessions sessions;
  private final KeyCheck keys;

  Visitors(Sessions sessions, KeyCheck keys) {
    this.sessions = sessions;
    this.keys = keys;
  }

  /** Whether whoever asks has signed in. */
  public Mono<Boolean> isSignedIn(ServerWebExchange exchange) {
    return find(exchange).hasElement();
  }

  /** Who asks; empty where nobody has signed in. Whoever guesses tokens is made to wait. */
  Mono<SignedIn> find(ServerWebExchange exchange) {
    return token(exchange).flatMap(token -> find(exchange, token));
  }

  private static Mono<SessionToken> token(ServerWebExchange exchange) {
    return Mono.justOrEmpty(SessionCookie.read(exchange.getRequest()));
  }

  private Mono<SignedIn> find(ServerWebExchange exchange, SessionToken token) {
    if (sessions.remembers(token)) {
      return sessions.find(token);
    }
    return Mono.defer(
        () -> {
          keys.refuseGuesses(exchange);
          return sessions
              .find(token)
              .switchIfEmpty(Mono.fromRunnable(() -> keys.countGuess(exchange)));
        });
  }

  @Override
  public Mono<ApiKey> key(ServerWebExchange exchange) {
    return token(exchange)
        .flatMap(token -> find(exchange, token).switchIfEmpty(Mono.error(Visitors::notSignedIn)))
        .doOnNext(visitor -> mayChange(exchange, visitor))
        .map(SignedIn::key);
  }

  private static void mayChange(ServerWebExchange exchange, SignedIn visitor) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return;
    }
    String presented = exchange.getRequest().getHeaders().getFirst(CSRF_HEADER);
    if (presented == null || !visitor.token().isCsrfToken(presented)) {
      throw new ProblemException(
          ProblemType.BAD_CSRF_TOKEN,
          "Send the csrf_token that GET /session tells in the header %s.".formatted(CSRF_HEADER));
    }
  }

  static ProblemException notSignedIn() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"facet\"");
    return new ProblemException(
        ProblemType.NOT_SIGNED_IN,
        "Sign in: nobody has yet, or it was too long ago, or the key was revoked.",
        headers);
  }
}
