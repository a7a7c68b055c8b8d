package io.facet.service.signin;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookie that holds a session's token. No script reads it, no other site sends it, and where
 * the request came over https it never goes over anything else, nor can another host have set it.
 */
final class SessionCookie {

  static final String NAME = "facet_session";

  private static final String OVER_HTTPS = "__Host-" + NAME;

  private SessionCookie() {}

  static Optional<SessionToken> read(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(name(request));
    return cookie == null ? Optional.empty() : SessionToken.parse(cookie.getValue());
  }

  static ResponseCookie holding(SessionToken token, ServerHttpRequest request) {
    return cookie(token.text(), request).build();
  }

  /** Makes the browser forget it. */
  static ResponseCookie gone(ServerHttpRequest request) {
    return cookie("", request).maxAge(Duration.ZERO).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String value, ServerHttpRequest request) {
    return ResponseCookie.from(name(request), value)
        .path("/")
        .httpOnly(true)
        .sameSite("Strict")
        .secure(isOverHttps(request));
  }

  private static String name(ServerHttpRequest request) {
    return isOverHttps(request) ? OVER_HTTPS : NAME;
  }

  private static boolean isOverHttps(ServerHttpRequest request) {
    return "https".equals(request.getURI().getScheme());
  }
}
