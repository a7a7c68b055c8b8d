package io.facet.registry.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.models.LoggedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every tracker of runs does. */
public interface RunTrackerContract {

  RunTracker tracker();

  @Test
  default void a_run_keeps_what_is_logged() {
    Run run = tracker().start("learn", Map.of("family", "linear"), Optional.empty());
    run.params(Map.of("seed", "7", "folds", "5"));
    run.metrics(Map.of("mae_usd", 411.5625, "r2", 0.9579));
    run.tags(Map.of("note", "déjà vu"));
    run.describe("A **first** try.");
    run.end(Run.Outcome.FINISHED);

    RunRecord record = tracker().latest(1).getFirst();
    assertThat(record.id()).isEqualTo(run.id());
    assertThat(record.name()).isEqualTo("learn");
    assertThat(record.status()).isEqualTo("FINISHED");
    assertThat(record.parent()).isEmpty();
    assertThat(record.description()).isEqualTo("A **first** try.");
    assertThat(record.params())
        .containsExactlyInAnyOrderEntriesOf(Map.of("seed", "7", "folds", "5"));
    assertThat(record.metrics()).containsEntry("mae_usd", 411.5625).containsEntry("r2", 0.9579);
    assertThat(record.tags()).containsEntry("family", "linear").containsEntry("note", "déjà vu");
  }

  @Test
  default void a_run_is_seen_while_it_runs_and_when_it_failed() {
    Run run = tracker().start("breaks", Map.of(), Optional.empty());
    assertThat(tracker().latest(1).getFirst().status()).isEqualTo("RUNNING");

    run.end(Run.Outcome.FAILED);
    assertThat(tracker().latest(1).getFirst().status()).isEqualTo("FAILED");
  }

  @Test
  default void a_run_that_nobody_is_at_work_on_can_be_ended() {
    Run run = tracker().start("killed", Map.of(), Optional.empty());

    tracker().kill(run.id());

    assertThat(tracker().latest(1).getFirst().status()).isEqualTo("KILLED");
  }

  @Test
  default void a_run_knows_its_parent_and_the_latest_come_first() throws InterruptedException {
    Run sweep = tracker().start("sweep", Map.of(), Optional.empty());
    Thread.sleep(5);
    Run fold = tracker().start("linear", Map.of(), Optional.of(sweep.id()));

    List<RunRecord> latest = tracker().latest(2);
    assertThat(latest).extracting(RunRecord::id).containsExactly(fold.id(), sweep.id());
    assertThat(latest.getFirst().parent()).contains(sweep.id());
  }

  @Test
  default void a_metric_may_change_and_a_parameter_may_not() {
    Run run = tracker().start("change", Map.of(), Optional.empty());
    run.metrics(Map.of("mae_usd", 2.0));
    run.metrics(Map.of("mae_usd", 1.0));
    run.params(Map.of("seed", "7"));
    run.params(Map.of("seed", "7"));

    assertThat(tracker().latest(1).getFirst().metrics()).containsEntry("mae_usd", 1.0);
    assertThatThrownBy(() -> run.params(Map.of("seed", "8")))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("seed");
  }

  @Test
  default void of_a_metric_that_changed_while_the_run_went_on_the_last_value_stands() {
    Run run = tracker().start("warm", Map.of(), Optional.empty());
    Instant begun = Instant.now();

    run.samples(
        IntStream.range(0, 1_500)
            .mapToObj(i -> new Sample("system/heat", i / 4.0, begun.plusMillis(i), i))
            .toList());

    assertThat(tracker().latest(1).getFirst().metrics()).containsEntry("system/heat", 374.75);
  }

  @Test
  default void hundreds_of_parameters_and_metrics_fit() {
    Map<String, String> params = new HashMap<>();
    Map<String, Double> metrics = new HashMap<>();
    for (int i = 0; i < 250; i++) {
      params.put("p" + i, "v" + i);
      metrics.put("m" + i, i / 8.0);
    }
    Run run = tracker().start("many", Map.of(), Optional.empty());
    run.params(params);
    run.metrics(metrics);

    assertThat(tracker().latest(1).getFirst().params()).containsAllEntriesOf(params);
    assertThat(tracker().latest(1).getFirst().metrics()).containsAllEntriesOf(metrics);
  }

  @Test
  default void a_run_keeps_files_and_a_model(@TempDir Path local) throws IOException {
    Run run = tracker().start("files", Map.of(), Optional.empty());
    run.dataset(
        new Dataset(
            "diamonds.csv",
            "ab".repeat(32),
            "datasets/diamonds/diamonds.csv",
            List.of(new Dataset.Column("carat", "double"), new Dataset.Column("cut", "string")),
            5_000));
    run.artifact("plots/residuals.png", Files.writeString(local.resolve("plot"), "png"));
    Path folder = Files.createDirectory(local.resolve("model"));
    Files.writeString(folder.resolve("MLmodel"), "flavors: {}");

    LoggedModel model = run.model("facet", folder, Map.of("seed", "7"), Map.of("r2", 0.98));

    assertThat(model.runId()).isEqualTo(run.id());
    assertThat(model.id()).isNotBlank();
    assertThat(tracker().latest(1).getFirst().metrics()).containsEntry("r2", 0.98);
    assertThatThrownBy(() -> run.artifact("../escape", local.resolve("plot")))
        .isInstanceOf(RegistryRefusedException.class);
  }
}
