package io.facet.service.signin;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Refuses what a page of another site has a browser send; programs that are none say nothing. */
final class OwnPages {

  private OwnPages() {}

  static void only(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    boolean own =
        site == null
            ? isOwn(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST))
            : site.equals("same-origin") || site.equals("none");
    if (!own) {
      throw new ProblemException(
          ProblemType.CROSS_SITE, "Sign in and out on the page of this service itself.");
    }
  }

  // Not the scheme: behind a proxy that ends TLS the page's is another than ours.
  private static boolean isOwn(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true;
    }
    try {
      return host != null && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
