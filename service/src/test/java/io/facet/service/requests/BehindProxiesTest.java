package io.facet.service.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.settings.Variables;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class BehindProxiesTest {

  private final BehindProxies proxies =
      new BehindProxies(
          ProxySettings.read(
              new Variables(Map.of("FACET_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | X-Forwarded-For | 192.0.2.7 | 192.0.2.7",
        "10.0.0.1 | X-Forwarded-For | 192.0.2.7:50123 | 192.0.2.7",
        "10.0.0.1 | X-Forwarded-For | 198.51.100.9, 192.0.2.7 | 192.0.2.7",
        "10.0.0.1 | X-Forwarded-For | 198.51.100.9, 192.0.2.7, 10.2.3.4 | 192.0.2.7",
        "10.0.0.1 | X-Forwarded-For | 10.2.3.4 | 10.2.3.4",
        "10.0.0.1 | X-Forwarded-For | 192.0.2.7, unknown | 10.0.0.1",
        "10.0.0.1 | X-Forwarded-For | localhost | 10.0.0.1",
        "10.0.0.1 | X-Forwarded-For | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "10.0.0.1 | Forwarded | for=198.51.100.9, for=192.0.2.7;proto=https | 192.0.2.7",
        "10.0.0.1 | Forwarded | proto=http;for=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
        "10.0.0.1 | Forwarded | for=_hidden | 10.0.0.1",
        "10.0.0.1 | X-Real-IP | 192.0.2.7 | 10.0.0.1",
        "fd00::1 | X-Forwarded-For | 192.0.2.7 | 192.0.2.7",
        "192.0.2.1 | X-Forwarded-For | 192.0.2.7 | 192.0.2.1",
        "192.0.2.1 | Forwarded | for=192.0.2.7 | 192.0.2.1"
      })
  void who_asks_is_the_last_that_is_no_proxy_of_ours(
      String from, String header, String value, String caller) {
    ServerHttpRequest request = proxies.apply(request(from).header(header, value).build());

    assertThat(Objects.requireNonNull(request.getRemoteAddress()).getAddress().getHostAddress())
        .isEqualTo(caller);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | X-Forwarded-Proto | https | https",
        "10.0.0.1 | X-Forwarded-Proto | https, http | http",
        "10.0.0.1 | Forwarded | for=192.0.2.7;proto=https | https",
        "10.0.0.1 | X-Forwarded-Host | elsewhere.example | http",
        "192.0.2.1 | X-Forwarded-Proto | https | http"
      })
  void only_a_proxy_of_ours_says_that_it_was_https(
      String from, String header, String value, String scheme) {
    ServerHttpRequest request = proxies.apply(request(from).header(header, value).build());

    assertThat(request.getURI()).hasToString(scheme + "://facet.example/app?cut=Ideal");
  }

  @Test
  void by_default_nobody_is_believed() {
    BehindProxies none = new BehindProxies(ProxySettings.read(new Variables(Map.of())));
    ServerHttpRequest request = request("127.0.0.1").header("X-Forwarded-For", "192.0.2.7").build();

    assertThat(none.apply(request)).isSameAs(request);
  }

  private static MockServerHttpRequest.BaseBuilder<?> request(String from) {
    return MockServerHttpRequest.get("http://facet.example/app?cut=Ideal")
        .remoteAddress(new InetSocketAddress(from, 50_000));
  }
}
