package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.following.ShelfRegistry;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which versions there are, and looking for a new one before it is time to. */
class ModelHistoryTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AN_HOUR = 3600;

  @TempDir private Path folder;
  private ShelfRegistry registry;

  @BeforeEach
  void crownTheFirst() {
    registry = new ShelfRegistry(folder.resolve("shelf"));
    registry.crown("1", "aa", 6000);
  }

  @Test
  void a_refresh_serves_the_new_champion_before_it_is_answered() {
    try (RunningService service = start()) {
      assertThat(body(refresh(service, "admin").expectStatus().isOk()).get("version").asString())
          .isEqualTo("1");

      registry.crown("2", "bb", 7000);

      JsonNode served = body(refresh(service, "admin").expectStatus().isOk());
      assertThat(served.get("version").asString()).isEqualTo("2");
      assertThat(served.get("source").asString()).isEqualTo("registry");
    }
  }

  @Test
  void a_refresh_says_what_stands_in_its_way_and_the_old_model_serves_on() {
    try (RunningService service = start()) {
      refresh(service, "admin").expectBody().jsonPath("$.version").isEqualTo("1");

      registry.crownDamaged("2");

      JsonNode served = body(refresh(service, "admin").expectStatus().isOk());
      assertThat(served.get("version").asString()).isEqualTo("1");
      assertThat(served.get("trouble").asString())
          .isEqualTo("Version 2 can't be used; our log says why.");
    }
  }

  @Test
  void only_an_admin_may_refresh() {
    try (RunningService service = start()) {
      refresh(service, "staff")
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("This needs a key with the scope admin.");
    }
  }

  @Test
  void the_history_names_every_version_the_champion_and_the_one_that_answers() {
    try (RunningService service = start()) {
      refresh(service, "admin").expectBody().jsonPath("$.version").isEqualTo("1");
      registry.crown("2", "bb", 7000);

      JsonNode history = history(service);

      assertThat(history.has("trouble")).isFalse();
      assertThat(history.get("data").valueStream().map(v -> v.get("version").asString()))
          .containsExactly("2", "1");
      assertThat(history.at("/data/0/champion").asBoolean()).isTrue();
      assertThat(history.at("/data/0/served").asBoolean()).isFalse();
      assertThat(history.at("/data/1/champion").asBoolean()).isFalse();
      assertThat(history.at("/data/1/served").asBoolean()).isTrue();
    }
  }

  @Test
  void the_history_says_who_made_which_version_the_champion_and_why() {
    registry.crown("2", "bb", 7000);
    try (RunningService service = start()) {
      assertThat(history(service).get("promotions"))
          .isEqualTo(
              JSON.readTree(
                  """
                  [{"version":"2","former":"1","at":"1970-01-01T00:00:01Z","by":"Ada",
                    "reason":"better than the one before 2"},
                   {"version":"1","at":"1970-01-01T00:00:00Z","by":"Ada",
                    "reason":"better than the one before 1"}]"""));
    }
  }

  @Test
  void while_the_registry_is_away_the_history_says_so_and_names_what_answers() {
    try (RunningService service = start()) {
      refresh(service, "admin").expectBody().jsonPath("$.version").isEqualTo("1");
      registry.goAway();

      JsonNode history = history(service);

      assertThat(history.get("trouble").asString())
          .isEqualTo("The registry is away: this is what is known here.");
      assertThat(history.at("/data/0/version").asString()).isEqualTo("1");
      assertThat(history.at("/data/0/metrics/mae_usd").asDouble()).isEqualTo(410.5);
    }
  }

  @Test
  void a_model_of_a_folder_is_its_own_history_and_a_refresh_changes_nothing() {
    RunningService service = RunningService.shared();

    assertThat(history(service).at("/data/0/version").asString()).isEqualTo("demo-model");
    assertThat(body(refresh(service, "admin")).get("version").asString()).isEqualTo("demo-model");
  }

  private RunningService start() {
    return RunningService.following(folder.resolve("home"), registry, AN_HOUR);
  }

  private static JsonNode history(RunningService service) {
    return body(service.client().get().uri("/v1/models").exchange().expectStatus().isOk());
  }

  private static ResponseSpec refresh(RunningService service, String key) {
    return service
        .anonymous()
        .post()
        .uri("/v1/models/refresh")
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static JsonNode body(ResponseSpec answer) {
    return Objects.requireNonNull(
        JSON.readTree(answer.expectBody().returnResult().getResponseBody()));
  }
}
