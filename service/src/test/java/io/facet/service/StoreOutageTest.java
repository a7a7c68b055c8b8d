package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import io.facet.service.store.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With the store away, what needs none goes on. */
class StoreOutageTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void estimates_go_on_and_readiness_says_what_is_wrong_until_it_is_right(@TempDir Path home)
      throws IOException {
    try (Wire wire = new Wire(TestPostgres.port());
        RunningService service = start(home, wire)) {
      awaitStore(service, "UP");
      wire.cut();
      awaitStore(service, "AWAY");

      service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      service
          .post("/v1/valuations", RunningService.STONE)
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", "5")
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/store-away");
      for (String export : List.of("/v1/valuations/export", "/v1/usage/export")) {
        service
            .client()
            .get()
            .uri(export)
            .exchange()
            .expectStatus()
            .isEqualTo(503)
            .expectHeader()
            .exists("Retry-After");
      }
      JsonNode readiness = readiness(service);
      assertThat(readiness.get("status").asString()).isEqualTo("UP");
      assertThat(readiness.at("/components/store/details/trouble").asString())
          .startsWith("The database can't be");

      wire.mend();
      awaitStore(service, "UP");
      service.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
    }
  }

  @Test
  void a_request_that_is_sent_again_while_it_waits_for_the_store_is_409_and_then_replayed(
      @TempDir Path home) throws Exception {
    try (Wire wire = new Wire(TestPostgres.port());
        RunningService service = start(home, wire)) {
      awaitStore(service, "UP");
      service.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
      wire.freeze();
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(
              () -> named(service, "ring 7").expectStatus().isCreated(),
              Thread::startVirtualThread);
      Awaitility.await()
          .untilAsserted(
              () ->
                  named(service, "ring 7")
                      .expectStatus()
                      .isEqualTo(409)
                      .expectHeader()
                      .valueEquals("Retry-After", "1"));

      wire.mend();
      first.get(20, TimeUnit.SECONDS);
      named(service, "ring 7")
          .expectStatus()
          .isCreated()
          .expectHeader()
          .valueEquals("Idempotent-Replayed", "true");
    }
  }

  private static WebTestClient.ResponseSpec named(RunningService service, String key) {
    return service
        .client()
        .post()
        .uri("/v1/valuations")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(RunningService.STONE)
        .exchange();
  }

  @Test
  void who_hangs_up_while_the_store_is_slow_finds_the_valuation_stored_and_pays_for_it(
      @TempDir Path home) throws Exception {
    try (Wire wire = new Wire(TestPostgres.port());
        RunningService service = start(home, wire)) {
      awaitStore(service, "UP");
      service.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
      wire.freeze();
      try (Conversation caller =
          new Conversation(
              URI.create(service.address()),
              service.key("demo"),
              "/v1/valuations",
              "application/json")) {
        caller.say(RunningService.STONE.getBytes(StandardCharsets.UTF_8));
        caller.sayNoMore();
        Awaitility.await().until(wire::isHolding);
      }
      // For the service to see that nobody is there any more.
      Thread.sleep(200);

      wire.mend();
      Awaitility.await()
          .untilAsserted(
              () -> {
                assertThat(JSON.readTree(service.read("/v1/valuations")).get("data")).hasSize(2);
                assertThat(new String(service.read("/v1/usage/export"), StandardCharsets.UTF_8))
                    .contains("POST /v1/valuations,ok,1,2,2");
              });
    }
  }

  @Test
  void each_line_of_a_batch_says_that_it_could_not_be_stored_and_prices_go_on(@TempDir Path home)
      throws IOException {
    try (Wire wire = new Wire(TestPostgres.port());
        RunningService service = start(home, wire)) {
      awaitStore(service, "UP");
      wire.cut();
      awaitStore(service, "AWAY");
      String stones = "[" + RunningService.STONE + "," + RunningService.STONE + "]";

      assertThat(JSON.readTree(service.answer("/v1/valuations/batch", stones)))
          .allMatch(result -> result.has("price"));
      assertThat(JSON.readTree(service.answer("/v1/valuations/batch?detail=full", stones)))
          .hasSize(2)
          .allMatch(result -> result.at("/problem/type").asString().endsWith("/store-away"));
    }
  }

  @Test
  void a_service_starts_and_estimates_without_its_store(@TempDir Path home) throws IOException {
    try (Wire wire = new Wire(TestPostgres.port())) {
      wire.cut();
      try (RunningService service = start(home, wire)) {
        service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
        awaitStore(service, "AWAY");
      }
    }
  }

  private static RunningService start(Path home, Wire wire) {
    Path model = TestModel.write(home.resolve("model"), 6000);
    return RunningService.start(
        home,
        Map.of(
            "FACET_MODEL", model.toString(), "FACET_DATABASE", TestPostgres.address(wire.port())));
  }

  private static void awaitStore(RunningService service, String status) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(readiness(service).at("/components/store/status").asString())
                    .isEqualTo(status));
  }

  private static JsonNode readiness(RunningService service) {
    return JSON.readTree(
        service
            .anonymous()
            .get()
            .uri("/actuator/health/readiness")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }
}
