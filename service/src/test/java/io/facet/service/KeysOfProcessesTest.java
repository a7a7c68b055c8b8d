package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import io.facet.service.store.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys when there are several processes, several starts, or no store. */
class KeysOfProcessesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PEPPER = "a pepper for two processes";
  private static final String ORDER =
      "{\"name\":\"shop\",\"business\":\"Rossi\",\"scopes\":[\"estimates\"]}";

  @Test
  void what_one_process_issues_and_revokes_is_known_to_the_other_within_a_second(
      @TempDir Path homes) {
    String database = TestPostgres.address();
    try (RunningService one = start(homes.resolve("one"), database, PEPPER);
        RunningService two = start(homes.resolve("two"), database, PEPPER)) {
      JsonNode key = issue(one);
      within(Duration.ofSeconds(1), () -> estimates(two, key, 200));

      revoke(one, key);

      estimates(one, key, 401);
      within(Duration.ofSeconds(1), () -> estimates(two, key, 401));
    }
  }

  @Test
  void of_two_homes_that_share_a_pepper_only_the_first_brings_its_keys(@TempDir Path homes) {
    String database = TestPostgres.address();
    try (RunningService one = start(homes.resolve("one"), database, PEPPER)) {
      within(Duration.ofSeconds(10), () -> assertThat(keys(one)).hasSize(3));
      try (RunningService two = start(homes.resolve("two"), database, PEPPER)) {
        within(Duration.ofSeconds(10), () -> status(two, two.key("admin"), "GET", "/v1/keys", 401));
        status(two, one.key("admin"), "GET", "/v1/keys", 200);
        assertThat(keys(one)).hasSize(3);
      }
    }
  }

  @Test
  void keys_and_revocations_outlive_a_restart(@TempDir Path home) {
    JsonNode kept;
    JsonNode revoked;
    String admin;
    try (RunningService service = start(home)) {
      admin = service.key("admin");
      kept = issue(service);
      revoked = issue(service);
      revoke(service, revoked);
    }
    try (RunningService service = start(home)) {
      estimates(service, kept, 200);
      estimates(service, revoked, 401);
      status(service, admin, "GET", "/v1/keys", 200);
      assertThat(service.key("admin")).isEqualTo(admin);
    }
  }

  @Test
  void the_keys_of_a_home_move_with_it_to_another_database(@TempDir Path home) {
    JsonNode kept;
    try (RunningService service = start(home)) {
      kept = issue(service);
    }
    try (RunningService service = start(home, TestPostgres.address(), "")) {
      within(Duration.ofSeconds(10), () -> assertThat(keys(service)).hasSize(4));
      estimates(service, kept, 200);
    }
  }

  @Test
  void the_only_admin_key_can_not_be_revoked(@TempDir Path home) {
    try (RunningService service = start(home)) {
      String admin = service.key("admin").split("_", -1)[2];

      status(service, service.key("admin"), "DELETE", "/v1/keys/" + admin, 409);
      status(service, service.key("admin"), "GET", "/v1/keys", 200);
    }
  }

  @Test
  void with_the_store_away_known_keys_open_estimates_even_after_a_restart(@TempDir Path home)
      throws IOException {
    try (Wire wire = new Wire(TestPostgres.port())) {
      String database = TestPostgres.address(wire.port());
      JsonNode kept;
      JsonNode revoked;
      try (RunningService service = start(home, database, "").withStore()) {
        kept = issue(service);
        revoked = issue(service);
        revoke(service, revoked);
        Path copy = home.resolve("service/keys.json");
        within(
            Duration.ofSeconds(10),
            () -> assertThat(Files.readString(copy)).contains("\"revoked_at\" : \"2"));
        wire.cut();
        estimates(service, kept, 200);
        within(
            Duration.ofSeconds(10),
            () -> status(service, service.key("admin"), "GET", "/v1/keys", 503));
        estimates(service, kept, 200);
      }
      try (RunningService service = start(home, database, "")) {
        estimates(service, kept, 200);
        estimates(service, revoked, 401);
        status(service, service.key("admin"), "POST", "/v1/keys", 503);
      }
    }
  }

  private static RunningService start(Path home) {
    return start(home, "", "").withStore();
  }

  private static RunningService start(Path home, String database, String pepper) {
    Path model = TestModel.write(home.resolve("demo-model"), 6000);
    return RunningService.start(
        home,
        Map.of(
            "FACET_MODEL", model.toString(),
            "FACET_DATABASE", database,
            "FACET_KEY_PEPPER", pepper));
  }

  private static JsonNode issue(RunningService service) {
    return send(service, service.key("admin"), "POST", "/v1/keys", ORDER, 201);
  }

  private static void revoke(RunningService service, JsonNode key) {
    status(service, service.key("admin"), "DELETE", "/v1/keys/" + key.get("id").asString(), 204);
  }

  private static JsonNode keys(RunningService service) {
    return send(service, service.key("admin"), "GET", "/v1/keys", "", 200).get("data");
  }

  private static void estimates(RunningService service, JsonNode key, int status) {
    send(service, key.get("key").asString(), "POST", "/v1/estimates", RunningService.STONE, status);
  }

  private static void status(
      RunningService service, String key, String method, String path, int status) {
    send(service, key, method, path, "POST".equals(method) ? ORDER : "{}", status);
  }

  private static JsonNode send(
      RunningService service, String key, String method, String path, String body, int status) {
    byte[] answer =
        service
            .anonymous()
            .method(HttpMethod.valueOf(method))
            .uri(path)
            .header("X-API-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return answer == null ? JSON.createObjectNode() : JSON.readTree(Objects.requireNonNull(answer));
  }

  private static void within(Duration time, ThrowingRunnable check) {
    Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(time).untilAsserted(check);
  }
}
