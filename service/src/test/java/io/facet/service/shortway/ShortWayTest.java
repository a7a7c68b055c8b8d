package io.facet.service.shortway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.service.access.KeyHolder;
import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Plan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which requests go the short way: only those that the route can answer as it is. */
class ShortWayTest {

  private static final ApiKey KEY =
      new ApiKey(
          "a", "shop", "Rossi", Set.of(), Plan.STANDARD, "00ff", Instant.EPOCH, null, null, null);

  private final ShortWay way =
      new ShortWay(
          List.of(
              new DirectRoute() {
                @Override
                public String path() {
                  return "/v1/stones";
                }

                @Override
                public Mono<ResponseEntity<byte[]>> answer(
                    ServerWebExchange exchange, KeyHolder caller) {
                  return Mono.just(
                      ResponseEntity.status(201)
                          .header("Location", "/v1/stones/1")
                          .body(caller.key().name().getBytes(StandardCharsets.UTF_8)));
                }
              }));

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "POST, /v1/stones, application/json, none, true",
        "POST, /v1/stones, application/json, */*, true",
        "POST, /v1/stones, application/json, application/json, true",
        "POST, /v1/stones, application/json, text/html, false",
        "POST, /v1/stones, application/json;charset=UTF-16, */*, false",
        "POST, /v1/stones, text/csv, */*, false",
        "POST, /v1/stones, none, */*, false",
        "POST, /v1/stones?detail=full, application/json, */*, false",
        "POST, /v1/stones/, application/json, */*, false",
        "POST, /v1/stones/batch, application/json, */*, false",
        "POST, /v1/%73tones, application/json, */*, false",
        "PUT, /v1/stones, application/json, */*, false",
        "GET, /v1/stones, application/json, */*, false"
      })
  void only_the_plainest_requests_go(
      String method, String path, @Nullable String type, @Nullable String accept, boolean goes) {
    MockServerHttpRequest.BodyBuilder request =
        MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(path));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (accept != null) {
      request.header("Accept", accept);
    }
    MockServerWebExchange exchange = MockServerWebExchange.from(request.build());
    new KeyHolder(KEY).pass(exchange);

    if (goes) {
      way.filter(exchange, ShortWayTest::dispatcher).block();
      assertThat(exchange.getResponse().getStatusCode()).hasToString("201 CREATED");
      assertThat(exchange.getResponse().getHeaders().getLocation()).hasToString("/v1/stones/1");
      assertThat(exchange.getResponse().getHeaders().getContentLength()).isEqualTo(4);
      assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("shop");
    } else {
      assertThatThrownBy(() -> way.filter(exchange, ShortWayTest::dispatcher).block())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void who_has_not_passed_the_door_does_not_go() {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/v1/stones")
                .header("Content-Type", "application/json")
                .build());

    assertThatThrownBy(() -> way.filter(exchange, ShortWayTest::dispatcher).block())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Mono<Void> dispatcher(ServerWebExchange exchange) {
    return Mono.error(new UnsupportedOperationException("the long way"));
  }
}
