package io.facet.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.facet.service.keys.TestKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** How much a key may ask, as its holder sees it. */
class LimitsTest {

  private static final RunningService shared = RunningService.shared();

  @Test
  void every_answer_to_a_key_says_what_is_left() {
    estimate(shared, shared.key("demo"))
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("RateLimit-Policy", "\"minute\";q=1200000;w=60, \"day\";q=100000000;w=86400")
        .expectHeader()
        .valueMatches("RateLimit", "\"minute\";r=\\d+;t=\\d+, \"day\";r=\\d+;t=\\d+");
    shared.client().get().uri("/v1/pearls").exchange().expectHeader().exists("RateLimit");
  }

  @Test
  void an_admin_has_no_limits() {
    estimate(shared, shared.key("admin"))
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist("RateLimit");
  }

  @Test
  void who_asks_faster_than_the_plan_allows_is_told_when_to_go_on(@TempDir Path home) {
    String pepper = "a pepper for this test";
    String key = TestKeys.addFor("Rossi", Plan.SANDBOX, home, pepper, Scope.ESTIMATES);
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (RunningService service =
        RunningService.start(
            home, Map.of("FACET_MODEL", model.toString(), "FACET_KEY_PEPPER", pepper))) {
      EntityExchangeResult<byte[]> answer = estimate(service, key).expectBody().returnResult();
      for (int i = 0; i < 2_000 && answer.getStatus().value() == 200; i++) {
        answer = estimate(service, key).expectBody().returnResult();
      }

      assertThat(answer.getStatus().value()).isEqualTo(429);
      assertThat(answer.getResponseHeaders().getContentType())
          .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
      assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
      assertThat(answer.getResponseHeaders().getFirst("RateLimit"))
          .matches("\"minute\";r=0;t=60, \"day\";r=\\d+;t=\\d+");
      assertThat(new String(Objects.requireNonNull(answer.getResponseBody()), UTF_8))
          .contains("https://facet.example/problems/rate-limited")
          .contains("The plan sandbox allows 120 a minute. Go on in 1 s.");
    }
  }

  @Test
  void each_stone_of_a_batch_counts_and_those_above_the_plan_say_so(@TempDir Path home) {
    String pepper = "a pepper for this test";
    String key = TestKeys.addFor("Rossi", Plan.SANDBOX, home, pepper, Scope.VALUATIONS);
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (RunningService service =
        RunningService.start(
            home, Map.of("FACET_MODEL", model.toString(), "FACET_KEY_PEPPER", pepper))) {
      byte[] answer =
          service
              .anonymous()
              .post()
              .uri("/v1/valuations/batch")
              .header("X-API-Key", key)
              .contentType(MediaType.APPLICATION_NDJSON)
              .bodyValue((RunningService.STONE.replace("\n", " ") + "\n").repeat(400))
              .exchange()
              .expectStatus()
              .isOk()
              .expectBody()
              .returnResult()
              .getResponseBody();

      List<String> lines = new String(Objects.requireNonNull(answer), UTF_8).lines().toList();
      assertThat(lines).hasSize(400);
      assertThat(lines.subList(0, 120)).allMatch(line -> line.contains("\"price\""));
      assertThat(lines.getLast()).contains("/problems/rate-limited").contains("\"line\":400");
    }
  }

  @Test
  void the_document_tells_of_the_limits() {
    byte[] document =
        shared
            .anonymous()
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
            .build()
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectBody()
            .jsonPath("$.paths['/v1/estimates'].post.responses['429']")
            .exists()
            .jsonPath("$.paths['/v1/estimates'].post.responses['200'].headers['RateLimit']")
            .exists()
            .returnResult()
            .getResponseBody();

    assertThat(document).isNotEmpty();
  }

  private static ResponseSpec estimate(RunningService service, String key) {
    return service
        .anonymous()
        .post()
        .uri("/v1/estimates")
        .header("X-API-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(RunningService.STONE)
        .exchange();
  }
}
