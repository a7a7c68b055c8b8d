package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What most send goes a shorter way through the service than the rest, and gets the same. */
class BothWaysTest {

  private static final RunningService service = RunningService.shared();

  static Stream<Arguments> requests() {
    List<String> bodies =
        List.of(
            RunningService.STONE,
            RunningService.STONE.replace("0.72", "-1"),
            "{\"pearl\":1}",
            "[]",
            "{",
            "",
            " ".repeat(70_000) + RunningService.STONE);
    return Stream.of("/v1/estimates", "/v1/valuations")
        .flatMap(path -> bodies.stream().map(body -> Arguments.of(path, body)));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void however_it_is_asked_the_same_is_answered(String path, String body) {
    String name = UUID.randomUUID().toString();
    // Once before, so that all that are compared are answers to the same request sent again.
    ask(path, "application/json", "*/*", body, name);
    EntityExchangeResult<byte[]> plain = ask(path, "application/json", "*/*", body, name);
    List<EntityExchangeResult<byte[]>> others =
        List.of(
            ask(path, "application/json", "application/json", body, name),
            ask(path, "application/json", null, body, name),
            ask(path, "application/json;charset=UTF-8", "*/*", body, name),
            ask(path, "application/json", "application/json;q=0.9, text/html", body, name),
            ask(path + "?detail=price", "application/json", "*/*", body, name));

    for (EntityExchangeResult<byte[]> other : others) {
      HttpHeaders headers = other.getResponseHeaders();
      assertThat(other.getStatus()).isEqualTo(plain.getStatus());
      assertThat(other.getResponseBody()).isEqualTo(plain.getResponseBody());
      assertThat(headers.headerNames())
          .containsExactlyInAnyOrderElementsOf(plain.getResponseHeaders().headerNames());
      assertThat(headers.getContentType()).isEqualTo(plain.getResponseHeaders().getContentType());
      assertThat(headers.getLocation()).isEqualTo(plain.getResponseHeaders().getLocation());
    }
  }

  private static EntityExchangeResult<byte[]> ask(
      String path, String type, @Nullable String accept, String body, String name) {
    return service
        .client()
        .post()
        .uri(path)
        .header("Content-Type", type)
        .headers(headers -> Optional.ofNullable(accept).ifPresent(it -> headers.set("Accept", it)))
        .header("X-Request-Id", "the-same")
        .header("Idempotency-Key", name)
        .bodyValue(body.getBytes(StandardCharsets.UTF_8))
        .exchange()
        .expectBody()
        .returnResult();
  }
}
