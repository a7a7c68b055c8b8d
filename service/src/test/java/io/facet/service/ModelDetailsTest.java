package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.service.following.ShelfRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of one version of the model. */
class ModelDetailsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AN_HOUR = 3600;

  /** Of four stones, three lie within their ranges. */
  private static final String OUT_OF_FOLD =
      """
      carat,cut,color,clarity,depth,table,x,y,z,price,estimate,low,high
      0.3,Ideal,F,VS1,61.5,56.0,4.3,4.32,2.65,700.0,710.0,650.0,780.0
      0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,3400.0,3300.0,2900.0,3400.0
      1.0,Ideal,F,VS1,61.5,56.0,6.4,6.43,3.95,9000.0,7000.0,6200.0,8100.0
      1.2,Ideal,F,VS1,61.5,56.0,6.8,6.83,4.2,9000.0,9100.0,8000.0,10000.0
      """;

  @TempDir private Path folder;

  @Test
  void of_the_one_that_answers_it_says_what_it_learned_from_how_good_it_is_and_who_promoted_it() {
    try (RunningService service = following(registry())) {
      JsonNode details = details(service, "2");

      assertThat(details.propertyNames())
          .containsExactly(
              "name",
              "version",
              "family",
              "trained_at",
              "registered_at",
              "champion",
              "served",
              "metrics",
              "data",
              "promotions");
      assertThat(details.get("served").asBoolean()).isTrue();
      assertThat(details.get("champion").asBoolean()).isTrue();
      assertThat(details.get("trained_at").asString()).isEqualTo("2026-11-20T08:00:00Z");
      assertThat(details.at("/metrics/mae_usd").asDouble()).isEqualTo(410.5);
      assertThat(details.at("/data/0/accepted").asInt()).isEqualTo(4985);
      assertThat(details.at("/promotions/0/by").asString()).isEqualTo("Ada");
      assertThat(details.at("/promotions/0/former").asString()).isEqualTo("1");
      assertThat(asked(service, "staff", "2").get("run_url").asString())
          .isEqualTo("http://127.0.0.1:1/#/runs/bb");
    }
  }

  @Test
  void of_another_one_it_says_what_the_registry_knows() {
    try (RunningService service = following(registry())) {
      JsonNode details = details(service, "1");

      assertThat(details.get("served").asBoolean()).isFalse();
      assertThat(details.get("champion").asBoolean()).isFalse();
      assertThat(details.get("family").asString()).isEqualTo("linear");
      assertThat(details.get("trained_at").asString()).isEqualTo("2026-11-19T08:00:00Z");
      assertThat(details.at("/metrics/mae_usd").asDouble()).isEqualTo(400);
      assertThat(details.get("promotions")).hasSize(1);
      assertThat(details.has("data")).isFalse();
      assertThat(details.has("calibration")).isFalse();
    }
  }

  @Test
  void while_the_registry_is_away_the_one_that_answers_is_known_and_others_are_not_denied() {
    ShelfRegistry registry = registry();
    try (RunningService service = following(registry)) {
      registry.goAway();

      assertThat(details(service, "2").get("trouble").asString())
          .isEqualTo("The registry is away: this is what is known here.");
      ask(service, "1")
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .exists("Retry-After")
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/registry-away");
    }
  }

  @Test
  void a_version_that_there_never_was_is_not_found() {
    try (RunningService service = following(registry())) {
      ask(service, "9")
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("The model has no such version.");
    }
  }

  @Test
  void how_often_its_ranges_held_is_counted_out_of_fold_overall_and_by_weight() throws IOException {
    Path model = TestModel.write(folder.resolve("measured"), 6000);
    Files.createDirectories(model.resolve("training"));
    Files.writeString(model.resolve("training/out-of-fold.csv"), OUT_OF_FOLD);
    ModelFolder.seal(model);

    try (RunningService service = serving(model)) {
      JsonNode details = details(service, "measured");

      assertThat(details.get("calibration"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"stated":0.9,"measured":0.75,"stones":4,
                   "by_carat":[{"carat_from":0.0,"measured":0.75,"stones":4}],
                   "by_price":[{"estimate":710.0,"price":700.0,"stones":1},
                               {"estimate":3300.0,"price":3400.0,"stones":1},
                               {"estimate":7000.0,"price":9000.0,"stones":1},
                               {"estimate":9100.0,"price":9000.0,"stones":1}]}"""));
      assertThat(asked(service, "staff", "measured").has("run_url")).isFalse();
    }
  }

  @Test
  void a_record_of_ranges_that_cannot_be_read_does_not_keep_a_model_from_serving()
      throws IOException {
    Path model = TestModel.write(folder.resolve("odd"), 6000);
    Files.createDirectories(model.resolve("training"));
    Files.writeString(
        model.resolve("training/out-of-fold.csv"), OUT_OF_FOLD.replace("700.0", "much"));
    ModelFolder.seal(model);

    try (RunningService service = serving(model)) {
      assertThat(details(service, "odd").has("calibration")).isFalse();
    }
  }

  @Test
  void people_may_reach_mlflow_elsewhere_than_the_service_does() {
    Map<String, String> environment =
        Map.of(
            "FACET_MLFLOW_URI", "http://me:hush@mlflow:5000",
            "FACET_MLFLOW_UI", "https://ml.house.example/mlflow/");

    assertThat(Settings.read(environment).runPages().address())
        .hasToString("Optional[https://ml.house.example/mlflow/]");
  }

  private ShelfRegistry registry() {
    ShelfRegistry registry = new ShelfRegistry(folder.resolve("shelf"));
    registry.crown("1", "aa", 6000);
    registry.crown("2", "bb", 7000);
    return registry;
  }

  private RunningService following(ShelfRegistry registry) {
    return RunningService.following(folder.resolve("home"), registry, AN_HOUR).withModel();
  }

  private RunningService serving(Path model) {
    return RunningService.start(folder.resolve("home"), Map.of("FACET_MODEL", model.toString()));
  }

  private static ResponseSpec ask(RunningService service, String version) {
    return ask(service, "demo", version);
  }

  private static ResponseSpec ask(RunningService service, String key, String version) {
    return service
        .anonymous()
        .get()
        .uri("/v1/models/" + version)
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static JsonNode details(RunningService service, String version) {
    return asked(service, "demo", version);
  }

  private static JsonNode asked(RunningService service, String key, String version) {
    return Objects.requireNonNull(
        JSON.readTree(
            ask(service, key, version)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()));
  }
}
