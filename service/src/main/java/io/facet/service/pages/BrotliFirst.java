package io.facet.service.pages;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the smaller of two compressed files. Spring's own takes the one that the browser names
 * first, and browsers begin with the older, larger one though they like both as much.
 */
final class BrotliFirst extends EncodedResourceResolver {

  private static final String BROTLI = "br";

  @Override
  protected Mono<Resource> resolveResourceInternal(
      @Nullable ServerWebExchange exchange,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    return super.resolveResourceInternal(
        exchange == null ? null : preferring(exchange), path, locations, chain);
  }

  private static ServerWebExchange preferring(ServerWebExchange exchange) {
    String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null || Arrays.stream(accepted.split(",", -1)).noneMatch(BrotliFirst::is)) {
      return exchange;
    }
    return exchange
        .mutate()
        .request(request -> request.header(HttpHeaders.ACCEPT_ENCODING, BROTLI + ", " + accepted))
        .build();
  }

  private static boolean is(String coding) {
    String written = coding.strip();
    return written.equals(BROTLI) || written.startsWith(BROTLI + ";");
  }
}
