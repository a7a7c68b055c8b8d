package io.facet.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunTracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every registry of models does; it starts empty. */
public interface ModelRegistryContract {

  ModelRegistry registry();

  RunTracker tracker();

  @Test
  default void an_empty_registry_has_no_version_and_no_champion() {
    assertThat(registry().versions()).isEmpty();
    assertThat(registry().champion()).isEmpty();
    assertThat(registry().version("1")).isEmpty();
    registry().settle();
    assertThat(registry().champion()).isEmpty();
  }

  @Test
  default void a_registered_model_is_a_version_that_nobody_serves_yet(@TempDir Path local) {
    LoggedModel model = model(local, "one", Map.of("mae_usd", 285.25));

    ModelVersion version = registry().register(model, Map.of("family", "linear"));

    assertThat(version.version()).isEqualTo("1");
    assertThat(version.runId()).isEqualTo(model.runId());
    assertThat(version.aliases()).isEmpty();
    assertThat(version.stage()).isEqualTo("None");
    assertThat(version.tags()).containsEntry("family", "linear");
    assertThat(version.metrics()).containsEntry("mae_usd", 285.25);
    assertThat(version.createdAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
    assertThat(registry().champion()).isEmpty();
    assertThat(registry().version("1")).contains(version);
  }

  @Test
  default void versions_are_listed_the_newest_first(@TempDir Path local) {
    for (int i = 0; i < 11; i++) {
      registry().register(model(local, "m" + i, Map.of()), Map.of());
    }

    assertThat(registry().versions())
        .extracting(ModelVersion::version)
        .containsExactly("11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
  }

  @Test
  default void a_version_that_was_challenger_once_says_so_when_another_one_is(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().register(model(local, "two", Map.of()), Map.of());
    registry().challenge("1");
    registry().challenge("2");

    ModelVersion former = registry().version("1").orElseThrow();
    assertThat(former.aliases()).isEmpty();
    assertThat(former.tags()).containsKey(ModelRegistry.CHALLENGED_AT);
  }

  @Test
  default void a_challenger_that_is_promoted_is_champion_and_no_longer_challenger(
      @TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().challenge("1");
    assertThat(registry().version("1").orElseThrow().aliases())
        .containsExactly(ModelRegistry.CHALLENGER);

    registry().promote("1", "Ada", "first model");

    ModelVersion champion = registry().champion().orElseThrow();
    assertThat(champion.version()).isEqualTo("1");
    assertThat(champion.aliases()).containsExactly(ModelRegistry.CHAMPION);
    assertThat(champion.stage()).isEqualTo(ModelVersion.PRODUCTION);
    assertThat(champion.tags())
        .containsEntry("promoted_by", "Ada")
        .containsEntry("promoted_because", "first model")
        .containsKey("promoted_at");
    assertThat(registry().version("1").orElseThrow().aliases())
        .containsExactly(ModelRegistry.CHAMPION);
  }

  @Test
  default void the_former_champion_is_archived_and_can_come_back(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().register(model(local, "two", Map.of()), Map.of());
    registry().promote("1", "Ada", "first");
    registry().promote("2", "Ada", "better");

    assertThat(registry().champion().orElseThrow().version()).isEqualTo("2");
    assertThat(registry().version("1").orElseThrow().stage()).isEqualTo(ModelVersion.ARCHIVED);
    assertThat(registry().version("1").orElseThrow().aliases()).isEmpty();

    registry().promote("1", "Ben", "the second was wrong");
    assertThat(registry().champion().orElseThrow().version()).isEqualTo("1");
    assertThat(registry().version("1").orElseThrow().stage()).isEqualTo(ModelVersion.PRODUCTION);
    assertThat(registry().version("2").orElseThrow().stage()).isEqualTo(ModelVersion.ARCHIVED);
  }

  @Test
  default void every_promotion_is_logged_with_who_when_and_why(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().register(model(local, "two", Map.of()), Map.of());
    assertThat(registry().promotions().promotions()).isEmpty();
    Instant before = Instant.now();

    registry().promote("1", "Ada", "first");
    registry().promote("2", "Ada", "better by $12, \"surely\"");
    registry().promote("2", "Ben", "once more");
    registry().settle();
    registry().promote("1", "Ben", "the second was wrong");

    List<Promotion> log = registry().promotions().promotions();
    assertThat(log)
        .extracting(Promotion::version, Promotion::former, Promotion::by, Promotion::reason)
        .containsExactly(
            tuple("1", Optional.empty(), "Ada", "first"),
            tuple("2", Optional.of("1"), "Ada", "better by $12, \"surely\""),
            tuple("1", Optional.of("2"), "Ben", "the second was wrong"));
    assertThat(log).allSatisfy(entry -> assertThat(entry.at()).isBetween(before, Instant.now()));
  }

  @Test
  default void promoting_the_champion_again_changes_nothing(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().promote("1", "Ada", "first");
    registry().promote("1", "Ada", "first");
    registry().settle();

    assertThat(registry().champion().orElseThrow().version()).isEqualTo("1");
    assertThat(registry().champion().orElseThrow().stage()).isEqualTo(ModelVersion.PRODUCTION);
  }

  @Test
  default void a_version_is_downloaded_whole(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());
    registry().register(model(local, "two", Map.of()), Map.of());

    registry().download("2", local.resolve("models/2"));

    assertThat(local.resolve("models/2/model.facet")).hasContent("two");
    assertThat(local.resolve("models/2/code/facet.py")).hasContent("# two");
  }

  @Test
  default void a_version_that_is_not_there_is_refused(@TempDir Path local) {
    registry().register(model(local, "one", Map.of()), Map.of());

    assertThatThrownBy(() -> registry().promote("7", "Ada", "why not"))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> registry().challenge("7"))
        .isInstanceOf(RegistryRefusedException.class);
    assertThatThrownBy(() -> registry().download("7", local.resolve("out")))
        .isInstanceOf(RegistryRefusedException.class);
    assertThat(local.resolve("out")).doesNotExist();
    for (String unknown : new String[] {"7", "x", "", "-1", "1 or 1"}) {
      assertThat(registry().version(unknown)).isEmpty();
    }
    assertThat(registry().champion()).isEmpty();
  }

  private LoggedModel model(Path local, String content, Map<String, Double> metrics) {
    try {
      Path folder = Files.createDirectories(local.resolve(content));
      Files.writeString(folder.resolve("model.facet"), content);
      Files.createDirectories(folder.resolve("code"));
      Files.writeString(folder.resolve("code/facet.py"), "# " + content);
      Run run = tracker().start(content, Map.of(), Optional.empty());
      LoggedModel model = run.model("facet", folder, Map.of(), metrics);
      run.end(Run.Outcome.FINISHED);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
