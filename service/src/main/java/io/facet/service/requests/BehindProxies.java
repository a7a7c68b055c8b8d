package io.facet.service.requests;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Takes a request for what it was before it came to proxies of ours: from whom, and over https or
 * not. Each proxy adds at the right what it has seen itself; what stands left of the last one that
 * is none of ours anybody may have written. Spring's own takes the leftmost.
 */
final class BehindProxies extends ForwardedHeaderTransformer {

  private static final String FORWARDED = "Forwarded";
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|[;,\\s])for=(?:\"([^\"]*)\"|([^;,\\s]*))");
  private static final Pattern PROTO = Pattern.compile("(?i)(?:^|[;,\\s])proto=\"?([a-z]+)");

  private final ProxySettings proxies;

  BehindProxies(ProxySettings proxies) {
    this.proxies = proxies;
  }

  @Override
  public ServerHttpRequest apply(ServerHttpRequest request) {
    if (proxies.networks().isEmpty()) {
      return request;
    }
    InetSocketAddress proxy = request.getRemoteAddress();
    if (proxy == null || proxy.getAddress() == null || !proxies.trust(proxy.getAddress())) {
      return request;
    }
    HttpHeaders headers = request.getHeaders();
    ServerHttpRequest.Builder before =
        request
            .mutate()
            .remoteAddress(new InetSocketAddress(caller(proxy.getAddress(), told(headers)), 0));
    return isOverHttps(headers) ? before.uri(https(request.getURI())).build() : before.build();
  }

  /** The addresses that were told, the nearest first. */
  private static List<String> told(HttpHeaders headers) {
    List<String> told = new ArrayList<>(list(headers, "X-Forwarded-For"));
    if (told.isEmpty()) {
      FOR.matcher(String.join(",", headers.getOrEmpty(FORWARDED)))
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .forEach(told::add);
    }
    return told.reversed();
  }

  private static List<String> list(HttpHeaders headers, String name) {
    return headers.getOrEmpty(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private InetAddress caller(InetAddress proxy, List<String> told) {
    InetAddress caller = proxy;
    for (String text : told) {
      Optional<InetAddress> next = address(text);
      if (next.isEmpty()) {
        break;
      }
      caller = next.get();
      if (!proxies.trust(caller)) {
        break;
      }
    }
    return caller;
  }

  /** Written as numbers, perhaps with a port; names are not looked up. */
  private static Optional<InetAddress> address(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    int colon = text.indexOf(':');
    boolean withPort = colon >= 0 && colon == text.lastIndexOf(':');
    String bare = end > 0 ? text.substring(1, end) : withPort ? text.substring(0, colon) : text;
    byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(bare);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static boolean isOverHttps(HttpHeaders headers) {
    List<String> told = list(headers, "X-Forwarded-Proto");
    Stream<String> protocols =
        told.isEmpty()
            ? PROTO
                .matcher(String.join(",", headers.getOrEmpty(FORWARDED)))
                .results()
                .map(found -> found.group(1))
            : told.stream();
    return protocols.reduce((first, next) -> next).filter("https"::equalsIgnoreCase).isPresent();
  }

  private static URI https(URI address) {
    return URI.create("https" + address.toString().substring(address.getScheme().length()));
  }
}
