package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.keys.Scope;
import io.facet.service.keys.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may call what. */
class AccessTest {

  private static final RunningService service = RunningService.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/docs",
        "/swagger-ui/index.html",
        "/v3/api-docs",
        "/v3/api-docs/swagger-config",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
      })
  void health_docs_and_the_landing_page_answer_without_a_key(String path) {
    service
        .anonymous()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .value(status -> assertThat(status).isIn(200, 302));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/current",
        "/v1/estimates",
        "/v1/anything",
        "/actuator",
        "/actuator/env",
        "/actuator/health",
        "/index.html",
        "/application.properties"
      })
  void nothing_else_answers_without_a_key(String path) {
    unauthorized(service.anonymous().get().uri(path).exchange())
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer realm=\"facet\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%76%31/estimates",
        "/v1/%65stimates",
        "/v1;a=b/estimates",
        "/v1/estimates;a=b",
        "/v1"
      })
  void no_other_spelling_of_an_address_leads_round_the_door(String path) {
    unauthorized(
        service
            .anonymous()
            .post()
            .uri(URI.create(service.address() + path))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(RunningService.STONE)
            .exchange());
    service
        .anonymous()
        .post()
        .uri(
            URI.create(
                service.address()
                    + path.replace("estimates", "keys").replace("65stimates", "6beys")))
        .header("X-API-Key", service.key("demo"))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .value(status -> assertThat(status).isIn(400, 403, 404));
  }

  @Test
  void pages_of_other_origins_may_not_ask() {
    service
        .anonymous()
        .options()
        .uri("/v1/estimates")
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .exchange()
        .expectStatus()
        .is4xxClientError()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin");
  }

  @Test
  void answers_of_the_api_can_not_be_cached_framed_or_sniffed() {
    service
        .post("/v1/estimates", RunningService.STONE)
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Frame-Options", "DENY")
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void a_post_without_a_key_is_401_whatever_its_body() {
    unauthorized(
        service
            .anonymous()
            .post()
            .uri("/v1/estimates")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("{")
            .exchange());
  }

  @ParameterizedTest
  @CsvSource({
    "X-API-Key, nonsense",
    "X-API-Key, ''",
    "Authorization, Bearer nonsense",
    "Authorization, Basic YWRtaW46YWRtaW4="
  })
  void a_bad_key_is_401(String header, String value) {
    unauthorized(
            service.anonymous().get().uri("/v1/models/current").header(header, value).exchange())
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer realm=\"facet\", error=\"invalid_token\"");
  }

  @Test
  void a_key_is_taken_from_either_header() {
    String key = service.key("staff");
    WebTestClient.RequestHeadersUriSpec<?> first = service.anonymous().get();
    first.uri("/v1/models/current").header("X-API-Key", key).exchange().expectStatus().isOk();
    WebTestClient.RequestHeadersUriSpec<?> second = service.anonymous().get();
    second
        .uri("/v1/models/current")
        .header("Authorization", "bearer " + key)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void a_key_without_the_scope_is_403_and_told_which_one_it_needs(@TempDir Path home) {
    String pepper = "a pepper for this test";
    String key = TestKeys.add(home, pepper, Scope.VALUATIONS);
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (RunningService service =
        RunningService.start(
            home, Map.of("FACET_MODEL", model.toString(), "FACET_KEY_PEPPER", pepper))) {
      post(service, key, "/v1/valuations").expectStatus().isCreated();
      post(service, key, "/v1/stones/similar").expectBody().jsonPath("$.status").isEqualTo(403);
      post(service, key, "/v1/stones/grades").expectBody().jsonPath("$.status").isEqualTo(403);
      service
          .anonymous()
          .get()
          .uri("/v1/price-list")
          .header("X-API-Key", key)
          .exchange()
          .expectBody()
          .jsonPath("$.status")
          .isEqualTo(403);
      post(service, key, "/v1/estimates")
          .expectStatus()
          .isForbidden()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/missing-scope")
          .jsonPath("$.detail")
          .isEqualTo("This needs a key with the scope estimates.");
    }
  }

  @Test
  void even_the_admin_finds_no_other_actuator_endpoint() {
    for (String endpoint : new String[] {"env", "beans", "heapdump", "shutdown", "loggers"}) {
      service
          .anonymous()
          .get()
          .uri("/actuator/" + endpoint)
          .header("X-API-Key", service.key("admin"))
          .exchange()
          .expectStatus()
          .isNotFound();
    }
  }

  @Test
  void whoever_guesses_keys_is_slowed_down_and_keys_at_work_go_on(@TempDir Path home) {
    try (RunningService guessed = RunningService.serving(home)) {
      guessed.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      for (int i = 0; i < 20; i++) {
        unauthorized(current(guessed, "fct_live_%016x_%064x".formatted(i, i)));
      }

      current(guessed, "fct_live_%016x_%064x".formatted(21, 21))
          .expectStatus()
          .isEqualTo(429)
          .expectHeader()
          .valueMatches("Retry-After", "[1-4]")
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/too-many-bad-keys");
      current(guessed, guessed.key("staff")).expectStatus().isEqualTo(429);
      current(guessed, guessed.key("demo")).expectStatus().isOk();
    }
  }

  private static WebTestClient.ResponseSpec current(RunningService service, String key) {
    return service.anonymous().get().uri("/v1/models/current").header("X-API-Key", key).exchange();
  }

  @Test
  void no_answer_opens_a_session() {
    service
        .post("/v1/estimates", RunningService.STONE)
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist("Set-Cookie");
  }

  private static WebTestClient.ResponseSpec post(RunningService service, String key, String path) {
    return service
        .anonymous()
        .post()
        .uri(path)
        .header("X-API-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(RunningService.STONE)
        .exchange();
  }

  private static WebTestClient.ResponseSpec unauthorized(WebTestClient.ResponseSpec answer) {
    answer
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .exists("X-Request-Id")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/unauthorized");
    return answer;
  }
}
