package io.facet.registry.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.Promotion;
import io.facet.registry.runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLflow says "in production" twice, by alias and by stage: what happens when the two differ. */
class StagesTest {

  private final Mlflow mlflow = Mlflow.at(RealMlflow.SERVER);
  private final Rest rest = RealMlflow.rest();

  @TempDir private Path local;

  @BeforeEach
  void two_versions_of_which_the_first_is_champion() throws IOException {
    RealMlflow.forgetModels();
    Files.writeString(local.resolve("model.facet"), "model");
    for (String name : new String[] {"one", "two"}) {
      Run run = mlflow.tracker().start(name, Map.of(), Optional.empty());
      LoggedModel model = run.model("facet", local, Map.of(), Map.of());
      mlflow.registry().register(model, Map.of());
    }
    mlflow.registry().promote("1", "Ada", "first");
  }

  @AfterEach
  void close() {
    mlflow.close();
    rest.close();
  }

  @Test
  void a_promotion_that_broke_off_after_the_alias_is_finished() {
    rest.post(
        "registered-models/alias", Map.of("name", "facet", "alias", "champion", "version", "2"));
    assertThat(mlflow.registry().champion().orElseThrow())
        .returns("2", ModelVersion::version)
        .returns("None", ModelVersion::stage);

    mlflow.registry().settle();

    assertThat(stage("2")).isEqualTo(ModelVersion.PRODUCTION);
    assertThat(stage("1")).isEqualTo(ModelVersion.ARCHIVED);
  }

  @Test
  void a_promotion_that_broke_off_before_it_was_logged_is_logged() {
    rest.post(
        "model-versions/set-tag",
        Map.of("name", "facet", "version", "2", "key", "promoted_by", "value", "Ben"));
    rest.post(
        "model-versions/set-tag",
        Map.of(
            "name",
            "facet",
            "version",
            "2",
            "key",
            "promoted_at",
            "value",
            Instant.now().toString()));
    rest.post(
        "registered-models/alias", Map.of("name", "facet", "alias", "champion", "version", "2"));

    mlflow.registry().settle();

    assertThat(mlflow.registry().promotions().last())
        .hasValueSatisfying(
            last -> {
              assertThat(last.version()).isEqualTo("2");
              assertThat(last.former()).contains("1");
              assertThat(last.by()).isEqualTo("Ben");
            });
  }

  @Test
  void an_alias_that_somebody_moved_in_mlflow_is_logged_as_that() {
    rest.post(
        "registered-models/alias", Map.of("name", "facet", "alias", "champion", "version", "2"));

    mlflow.registry().settle();
    mlflow.registry().settle();

    assertThat(mlflow.registry().promotions().promotions()).hasSize(2);
    assertThat(mlflow.registry().promotions().last())
        .hasValueSatisfying(
            last -> {
              assertThat(last.by()).isEqualTo(Promotion.UNKNOWN);
              assertThat(last.reason()).contains("in MLflow");
            });
  }

  @Test
  void without_an_alias_the_stage_decides() {
    rest.delete("registered-models/alias", Map.of("name", "facet", "alias", "champion"));

    assertThat(mlflow.registry().champion().orElseThrow())
        .returns("1", ModelVersion::version)
        .returns(Set.of(), ModelVersion::aliases);
  }

  @Test
  void a_promotion_that_broke_off_at_the_very_end_leaves_no_champion_that_challenges_itself() {
    rest.post(
        "registered-models/alias", Map.of("name", "facet", "alias", "challenger", "version", "1"));

    mlflow.registry().settle();

    assertThat(mlflow.registry().version("1").orElseThrow().aliases())
        .containsExactly(ModelRegistry.CHAMPION);
  }

  @Test
  void a_version_whose_run_was_deleted_is_still_served() {
    ModelVersion champion = mlflow.registry().champion().orElseThrow();
    rest.post("runs/delete", Map.of("run_id", champion.runId()));

    assertThat(mlflow.registry().champion().map(ModelVersion::version)).contains("1");
    mlflow.registry().download("1", local.resolve("down"));
    assertThat(local.resolve("down/model.facet")).hasContent("model");
  }

  private String stage(String version) {
    return mlflow.registry().version(version).orElseThrow().stage();
  }
}
