package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import io.facet.service.store.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was asked is counted, and told to those whom it concerns. */
class UsageTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ESTIMATES = "POST /v1/estimates";

  @Test
  void use_is_counted_by_operation_and_outcome_and_outlives_a_normal_stop(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      for (int i = 0; i < 7; i++) {
        service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      }
      service.post("/v1/estimates", "{}").expectStatus().is4xxClientError();
      service.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
      service.client().get().uri("/v1/valuations/val_pearl").exchange().expectStatus().isNotFound();
      service.client().get().uri("/v1/pearls").exchange().expectStatus().isNotFound();
    }
    try (RunningService service = RunningService.serving(home)) {
      assertThat(counts(usage(service, "demo", "")))
          .containsEntry(ESTIMATES + " ok", 7L)
          .containsEntry(ESTIMATES + " refused", 1L)
          .containsEntry("POST /v1/valuations ok", 1L)
          .containsEntry("GET /v1/valuations/{id} refused", 1L)
          .containsEntry("other refused", 1L);
    }
  }

  @Test
  void a_business_sees_its_own_use_and_an_admin_all_of_it(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      Awaitility.await()
          .untilAsserted(() -> assertThat(counts(usage(service, "demo", ""))).isNotEmpty());

      service
          .client()
          .get()
          .uri("/v1/usage?business=house")
          .exchange()
          .expectStatus()
          .isForbidden();
      assertThat(usage(service, "demo", "").toString()).doesNotContain("house");
      assertThat(usage(service, "demo", "?business=demo").toString()).contains("\"demo\"");
      assertThat(usage(service, "staff", "").toString()).doesNotContain("\"demo\"");
      assertThat(usage(service, "admin", "").toString()).contains("\"demo\"");
      assertThat(usage(service, "admin", "?business=demo").toString()).doesNotContain("house");
      assertThat(usage(service, "admin", "?limit=1").get("data")).hasSize(1);
    }
  }

  @Test
  void what_never_arrived_is_refused_and_no_fault_of_ours(@TempDir Path home) throws IOException {
    try (RunningService service = RunningService.serving(home)) {
      for (String path : List.of("/v1/estimates", "/v1/valuations", "/v1/stones/grades")) {
        hangUp(service, path, false);
        hangUp(service, path, true);
      }

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(export(service))
                      .contains("POST /v1/estimates,refused,2,2,0")
                      .contains("POST /v1/valuations,refused,2,2,0")
                      .contains("POST /v1/stones/grades,refused,2,2,0"));
      assertThat(counts(usage(service, "demo", "")).keySet())
          .noneMatch(row -> row.endsWith(" ok") && row.startsWith("POST"))
          .noneMatch(row -> row.endsWith(" failed"));
    }
  }

  private static void hangUp(RunningService service, String path, boolean hard) throws IOException {
    URI address = URI.create(service.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              """
              POST %s HTTP/1.1
              Host: facet
              X-API-Key: %s
              Content-Type: application/json
              Content-Length: 200
              Expect: 100-continue

              """
                  .formatted(path, service.key("demo"))
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      // 100: the service waits for the body.
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      socket.getOutputStream().write("{\"carat\":".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      if (hard) {
        socket.setSoLinger(true, 0);
      }
    }
  }

  @Test
  void the_export_says_what_is_to_be_paid_for(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      service.post("/v1/estimates", "{}").expectStatus().is4xxClientError();
      String today = LocalDate.now(ZoneOffset.UTC).toString();
      String id = service.key("demo").split("_", -1)[2];

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(export(service).lines())
                      .startsWith(
                          "day,business,plan,key_id,operation,outcome,requests,units,billable_units")
                      .contains(
                          "%s,demo,business,%s,%s,ok,1,1,1".formatted(today, id, ESTIMATES),
                          "%s,demo,business,%s,%s,refused,1,1,0".formatted(today, id, ESTIMATES)));
    }
  }

  @Test
  void the_stones_of_a_batch_are_units_of_one_request(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      String impossible = RunningService.STONE.replace("0.72", "0");
      service
          .post(
              "/v1/valuations/batch",
              "[%2$s,%1$s,%1$s,%1$s]".formatted(RunningService.STONE, impossible))
          .expectStatus()
          .isOk();

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(export(service))
                      .contains("POST /v1/valuations/batch,ok,1,3,3")
                      .contains("POST /v1/valuations/batch,refused,0,1,0"));
    }
  }

  @Test
  void what_was_answered_before_is_not_billed_again(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      for (int i = 0; i < 3; i++) {
        service
            .client()
            .post()
            .uri("/v1/valuations")
            .header("Idempotency-Key", "ring 7")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(RunningService.STONE)
            .exchange()
            .expectStatus()
            .isCreated();
        service
            .client()
            .post()
            .uri("/v1/valuations/batch?detail=full")
            .header("Idempotency-Key", "tray 7")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("[%1$s,%1$s]".formatted(RunningService.STONE))
            .exchange()
            .expectStatus()
            .isOk();
      }

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(export(service))
                      .contains("POST /v1/valuations,ok,1,1,1")
                      .contains("POST /v1/valuations,replayed,2,2,0")
                      .contains("POST /v1/valuations/batch,ok,3,2,2")
                      .contains("POST /v1/valuations/batch,replayed,0,4,0"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=yesterday",
        "?to=2026-02-30",
        "?cursor=x",
        "?cursor=MjAyNgA",
        "?from=+999999-01-01"
      })
  void a_period_that_is_none_is_400(String query) {
    RunningService.shared()
        .client()
        .get()
        .uri("/v1/usage" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/invalid-request");
  }

  @Test
  void a_period_that_ends_before_it_begins_can_t_be() {
    RunningService.shared()
        .client()
        .get()
        .uri("/v1/usage?from=2026-02-02&to=2026-02-01")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/impossible-request");
  }

  @Test
  void a_business_with_a_name_that_no_database_takes_is_400() {
    RunningService.shared()
        .client()
        .get()
        .uri(address -> address.path("/v1/usage").queryParam("business", "{name}").build("Ros\0si"))
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void kill_9_while_the_store_is_away_loses_nothing_that_lies_in_a_file(@TempDir Path home)
      throws Exception {
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (Wire wire = new Wire(TestPostgres.port())) {
      Map<String, String> database = Map.of("FACET_DATABASE", TestPostgres.address(wire.port()));
      long early;
      try (ChildService service = ChildService.start(home, model, database);
          HttpClient http = HttpClient.newHttpClient()) {
        usageOnceThereIsAStore(service, http);
        wire.cut();
        early = estimateFor(1_500, service, http);
        long asked = early;
        Awaitility.await()
            .ignoreExceptionsInstanceOf(IOException.class)
            .until(() -> estimatesLeft(home.resolve("service/usage")) == asked);
        service.kill();
      }
      wire.mend();
      try (ChildService service = ChildService.start(home, model, database);
          HttpClient http = HttpClient.newHttpClient()) {
        Awaitility.await()
            .untilAsserted(
                () ->
                    assertThat(counts(usageOnceThereIsAStore(service, http)))
                        .containsEntry(ESTIMATES + " ok", early));
      }
    }
  }

  private static long estimatesLeft(Path folder) throws IOException {
    long requests = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        for (JsonNode use : JSON.readTree(Files.readString(file)).get("uses")) {
          if (use.at("/slot/operation").asString().equals(ESTIMATES)) {
            requests += use.get("requests").longValue();
          }
        }
      }
    }
    return requests;
  }

  @Test
  void pages_of_use_follow_one_another(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
      service.post("/v1/estimates", "{}").expectStatus().is4xxClientError();
      service.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
      Awaitility.await()
          .untilAsserted(() -> assertThat(counts(usage(service, "demo", "?limit=3"))).hasSize(3));

      JsonNode first = usage(service, "demo", "?limit=2");
      JsonNode second =
          usage(service, "demo", "?limit=100&cursor=" + first.get("next_cursor").asString());

      assertThat(counts(first)).hasSize(2);
      assertThat(counts(second))
          .isNotEmpty()
          .doesNotContainKeys(counts(first).keySet().toArray(new String[0]));
      assertThat(second.has("next_cursor")).isFalse();
    }
  }

  @Test
  void kill_9_loses_a_second_of_estimates_at_most(@TempDir Path home) throws Exception {
    Path model = TestModel.write(home.resolve("model"), 6000);
    long early;
    try (ChildService service = ChildService.start(home, model, Map.of());
        HttpClient http = HttpClient.newHttpClient()) {
      usageOnceThereIsAStore(service, http);
      early = estimateFor(1_500, service, http);
      Thread.sleep(1_000);
      service.kill();
    }
    try (ChildService service = ChildService.start(home, model, Map.of());
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(counts(usageOnceThereIsAStore(service, http)).get(ESTIMATES + " ok"))
          .isGreaterThanOrEqualTo(early);
    }
  }

  /** On a busy machine the service answers before its store is open, and keeps counts in memory. */
  private static JsonNode usageOnceThereIsAStore(ChildService service, HttpClient http) {
    HttpRequest request = service.request("/v1/usage").GET().build();
    HttpResponse<String> usage =
        Awaitility.await()
            .until(
                () -> http.send(request, BodyHandlers.ofString()),
                answer -> answer.statusCode() == 200);
    return JSON.readTree(usage.body());
  }

  private static long estimateFor(long millis, ChildService service, HttpClient http)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long done = 0;
    while (System.nanoTime() < end) {
      HttpResponse<String> answer =
          http.send(
              service
                  .request("/v1/estimates")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(RunningService.STONE))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      done++;
    }
    return done;
  }

  private static JsonNode usage(RunningService service, String key, String query) {
    return JSON.readTree(service.read("/v1/usage" + query, key));
  }

  private static String export(RunningService service) {
    return new String(service.read("/v1/usage/export", "admin"), StandardCharsets.UTF_8);
  }

  private static Map<String, Long> counts(JsonNode usage) {
    return usage
        .get("data")
        .valueStream()
        .collect(
            Collectors.toMap(
                row -> row.get("operation").asString() + " " + row.get("outcome").asString(),
                row -> row.get("requests").longValue(),
                Long::sum));
  }
}
