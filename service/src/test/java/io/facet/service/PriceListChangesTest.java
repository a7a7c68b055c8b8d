package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.following.ShelfRegistry;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has moved on the price list since an earlier version of the model. */
class PriceListChangesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AN_HOUR = 3600;

  /** One price higher, one lower, one gone, one new. */
  private static final String NOW =
      TestModel.PRICE_LIST
          .replace("4021.10", "4101.52")
          .replace("14000.00", "13300.00")
          .replace("0.90,0.99,0.90,Ideal,F,VS1", "0.90,0.99,0.90,Ideal,E,VS1");

  @TempDir private Path folder;
  private ShelfRegistry registry;

  @BeforeEach
  void crownTwo() {
    registry = new ShelfRegistry(folder.resolve("shelf"));
    registry.crown("1", "aa", TestModel.PRICE_LIST);
    registry.crown("2", "bb", NOW);
  }

  @Test
  void prices_that_moved_since_the_champion_before_are_told_in_usd_and_percent() {
    try (RunningService service = following()) {
      JsonNode changes = changes(service, "");

      assertThat(changes.propertyNames())
          .containsExactly("since", "changes", "unchanged", "added", "removed", "model");
      assertThat(changes.get("since").asString()).isEqualTo("1");
      assertThat(changes.at("/model/version").asString()).isEqualTo("2");
      assertThat(changes.at("/changes/0"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"carat_from":0.70,"carat_to":0.89,"cut":"Ideal","color":"F","clarity":"VS1",
                   "price_per_carat":4101.52,"price_per_carat_before":4021.10,
                   "usd":80.42,"percent":2.00}"""));
      assertThat(changes.at("/changes/1/percent").asDouble()).isEqualTo(-5);
      assertThat(changes.get("changes")).hasSize(2);
      assertThat(changes.get("unchanged").asInt()).isEqualTo(1);
      assertThat(changes.get("added").asInt()).isEqualTo(1);
      assertThat(changes.get("removed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void they_can_be_narrowed_down_as_the_list_can() {
    try (RunningService service = following()) {
      JsonNode changes = changes(service, "?cut=ideal&carat=0.72");

      assertThat(changes.get("changes")).hasSize(1);
      assertThat(changes.get("unchanged").asInt()).isEqualTo(1);
      assertThat(changes.get("removed").asInt()).isZero();
    }
  }

  @Test
  void any_version_can_be_named_and_is_fetched_once() {
    try (RunningService service = following()) {
      assertThat(changes(service, "?since=2").get("changes")).isEmpty();
      int downloads = registry.downloads();

      assertThat(changes(service, "?since=2").get("unchanged").asInt()).isEqualTo(4);
      assertThat(registry.downloads()).isEqualTo(downloads);
    }
  }

  @Test
  void after_going_back_the_list_before_is_that_of_the_one_before_that() {
    registry.crownAgain("1");
    registry.crown("3", "cc", NOW);
    try (RunningService service = following()) {
      assertThat(changes(service, "").get("since").asString()).isEqualTo("1");
    }
  }

  @Test
  void the_first_champion_has_nothing_to_compare_with() {
    registry = new ShelfRegistry(folder.resolve("another"));
    registry.crown("1", "aa", TestModel.PRICE_LIST);
    try (RunningService service = following()) {
      problem(
          service,
          "",
          404,
          "There was no champion before this one, so there is no list to compare with.");
      problem(service, "?since=7", 404, "The model has no such version.");
    }
  }

  @Test
  void a_version_without_a_list_is_named() {
    registry = new ShelfRegistry(folder.resolve("another"));
    registry.crown("1", "aa", 6000);
    registry.crown("2", "bb", NOW);
    try (RunningService service = following()) {
      problem(service, "", 404, "Version 1 brings no price list that can be read.");
    }
  }

  @Test
  void while_the_registry_is_away_that_is_what_is_said() {
    try (RunningService service = following()) {
      registry.goAway();

      problem(service, "", 503, "Try again soon: prices don't depend on it.");
    }
  }

  private RunningService following() {
    return RunningService.following(folder.resolve("home"), registry, AN_HOUR).withModel();
  }

  private static void problem(RunningService service, String query, int status, String detail) {
    ask(service, query)
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(detail);
  }

  private static ResponseSpec ask(RunningService service, String query) {
    return service.client().get().uri("/v1/price-list/changes" + query).exchange();
  }

  private static JsonNode changes(RunningService service, String query) {
    return Objects.requireNonNull(
        JSON.readTree(
            ask(service, query)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()));
  }
}
