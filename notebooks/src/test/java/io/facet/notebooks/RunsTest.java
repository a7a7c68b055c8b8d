package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.LocalStack;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void what_was_tried_is_nested_in_the_notebooks_run() {
    try (Mlflow mlflow = Mlflow.at(LocalStack.running().mlflow())) {
      Runs runs = Runs.begin("notebook test", Optional.of(mlflow.tracker()));
      runs.log("linear", Map.of("ridge", "1"), Map.of("mae_usd", 420.59));
      runs.end(Map.of("mae_usd", 259.05));

      List<RunRecord> latest = mlflow.tracker().latest(2);
      RunRecord tried = latest.getFirst();
      RunRecord notebook = latest.getLast();
      assertThat(notebook.name()).isEqualTo("notebook test");
      assertThat(notebook.status()).isEqualTo("FINISHED");
      assertThat(notebook.metrics()).containsEntry("mae_usd", 259.05);
      assertThat(tried.parent()).contains(notebook.id());
      assertThat(tried.params()).containsEntry("ridge", "1");
      assertThat(tried.metrics()).containsEntry("mae_usd", 420.59);
    }
  }

  @Test
  void without_a_server_the_notebook_goes_on() {
    Runs runs = Runs.begin("notebook test", Optional.empty());

    runs.log("linear", Map.of(), Map.of());
    runs.end(Map.of());

    assertThat(runs.isLogging()).isFalse();
  }

  @Test
  void with_a_server_that_goes_away_the_notebook_goes_on() {
    Runs runs = Runs.begin("notebook test", Optional.of(new GoneAfter(0)));

    runs.log("linear", Map.of(), Map.of());
    runs.log(Figure.of("families", "is never drawn"));
    runs.end(Map.of());

    assertThat(runs.isLogging()).isFalse();
  }

  @Test
  void with_a_server_that_goes_away_half_way_the_notebook_goes_on() {
    Runs runs = Runs.begin("notebook test", Optional.of(new GoneAfter(1)));
    assertThat(runs.isLogging()).isTrue();

    runs.log("linear", Map.of(), Map.of());
    runs.end(Map.of());

    assertThat(runs.isLogging()).isFalse();
  }

  /** Starts so many runs and no more. */
  private static final class GoneAfter implements RunTracker {

    private final RunTracker memory = new InMemoryRunTracker(new InMemoryArtifactStore());
    private int left;

    GoneAfter(int runs) {
      left = runs;
    }

    @Override
    public Run start(String name, Map<String, String> tags, Optional<String> parent) {
      if (left-- == 0) {
        throw new RegistryUnavailableException("MLflow does not answer", null);
      }
      return memory.start(name, tags, parent);
    }

    @Override
    public void kill(String id) {
      memory.kill(id);
    }

    @Override
    public List<RunRecord> latest(int most) {
      return memory.latest(most);
    }
  }
}
