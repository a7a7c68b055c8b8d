package io.facet.training.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Provenance;
import io.facet.registry.folder.TestModel;
import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryModelRegistry;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import io.facet.training.selection.Candidate;
import io.facet.training.selection.SweepReport;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
  private final InMemoryRunTracker tracker = new InMemoryRunTracker(artifacts);
  private final InMemoryModelRegistry registry = new InMemoryModelRegistry(tracker, artifacts);

  @TempDir private Path parent;

  @Test
  void the_first_model_is_champion_and_its_run_tells_everything() throws IOException {
    Publication.Outcome outcome =
        new Publication(tracker, registry).publish(model("one", 285.5, "a"), "Ada");

    assertThat(outcome.promoted()).isTrue();
    assertThat(outcome.reason()).isEqualTo("there was no champion");
    assertThat(registry.champion().orElseThrow())
        .returns("1", ModelVersion::version)
        .satisfies(
            champion ->
                assertThat(champion.tags())
                    .containsEntry("promoted_by", "Ada")
                    .containsEntry("family", "linear")
                    .containsEntry("seed", "42")
                    .containsEntry("commit", "0123abc")
                    .containsEntry("trained_at", "2026-11-20T08:00:00Z"));
    RunRecord run = tracker.latest(1).getFirst();
    assertThat(run.status()).isEqualTo("FINISHED");
    assertThat(run.params()).containsEntry("ridge", "0.1").containsEntry("family", "linear");
    assertThat(run.metrics()).containsEntry("mae_usd", 285.5);
    assertThat(tracker.datasets(run.id()))
        .singleElement()
        .satisfies(
            dataset -> {
              assertThat(dataset.name()).isEqualTo("diamonds.csv");
              assertThat(dataset.rows()).isEqualTo(5_000);
              assertThat(dataset.columns()).hasSize(10);
            });
    assertThat(artifacts.list("runs/" + run.id() + "/artifacts"))
        .containsExactly("model-card.md", "price-list.csv");
    registry.download("1", parent.resolve("down"));
    assertThat(ModelFolder.open(parent.resolve("down")).provenance().commit()).isEqualTo("0123abc");
  }

  @Test
  void a_better_model_of_the_same_stones_takes_over_and_a_worse_one_does_not() throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 285.5, "a"), "Ada");

    Publication.Outcome worse = publication.publish(model("two", 285.51, "a"), "Ada");
    assertThat(worse.promoted()).isFalse();
    assertThat(worse.reason()).contains("285.51").contains("285.50").contains("version 1");
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("1");
    assertThat(registry.version("2").orElseThrow().aliases())
        .containsExactly(ModelRegistry.CHALLENGER);

    Publication.Outcome same = publication.publish(model("three", 285.5, "a"), "Ada");
    assertThat(same.version().version()).isEqualTo("1");

    Publication.Outcome better = publication.publish(model("four", 280, "a"), "Ben");
    assertThat(better.promoted()).isTrue();
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("3");
  }

  @Test
  void errors_on_other_stones_are_never_compared() throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 285.5, "a"), "Ada");

    Publication.Outcome outcome = publication.publish(model("two", 1, "b"), "Ada");

    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.reason()).contains("another file of stones").contains("./facet promote");
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("1");
  }

  @Test
  void wherever_the_registry_breaks_off_the_champion_stays_and_the_folder_too() throws IOException {
    new Publication(tracker, registry).publish(model("one", 285.5, "a"), "Ada");
    int steps = 0;
    boolean done = false;
    while (!done) {
      Breaking breaking = new Breaking(steps);
      ModelFolder better = model("better" + steps, 200 - steps, "a");
      try {
        new Publication(
                breaking.after(RunTracker.class, tracker),
                breaking.after(ModelRegistry.class, registry))
            .publish(better, "Ada");
        done = true;
      } catch (RegistryUnavailableException e) {
        assertThat(registry.champion().orElseThrow().version()).isEqualTo("1");
        assertThat(ModelFolder.open(better.path()).provenance()).isEqualTo(better.provenance());
        steps++;
      }
    }

    assertThat(steps).isGreaterThan(8);
    assertThat(registry.champion().orElseThrow().version()).isNotEqualTo("1");
    assertThat(tracker.latest(100)).extracting(RunRecord::status).contains("FAILED");
  }

  @Test
  void what_failed_can_be_published_again() throws IOException {
    ModelFolder model = model("one", 285.5, "a");
    Publication dead =
        new Publication(tracker, new Breaking(0).after(ModelRegistry.class, registry));
    assertThatThrownBy(() -> dead.publish(model, "Ada"))
        .isInstanceOf(RegistryUnavailableException.class);

    assertThat(new Publication(tracker, registry).publish(model, "Ada").promoted()).isTrue();
  }

  @Test
  void a_folder_is_registered_once_however_often_it_is_published() throws IOException {
    Publication publication = new Publication(tracker, registry);
    ModelFolder model = model("one", 285.5, "a");
    publication.publish(model, "Ada");

    Publication.Outcome again = publication.publish(model, "Ada");

    assertThat(again.promoted()).isTrue();
    assertThat(again.reason()).isEqualTo("it is the champion already");
    assertThat(registry.versions()).hasSize(1);
    assertThat(tracker.latest(10)).hasSize(1);
  }

  @Test
  void a_sweep_is_a_run_with_a_nested_run_for_every_family() throws IOException {
    ModelFolder model = swept(model("one", 285.5, "a"));

    Publication.Outcome outcome = new Publication(tracker, registry).publish(model, "Ada");

    List<RunRecord> runs = tracker.latest(10);
    assertThat(runs)
        .extracting(RunRecord::name)
        .containsExactly("train linear", "compare oracle", "compare trees", "sweep");
    RunRecord sweep = runs.getLast();
    assertThat(sweep.parent()).isEmpty();
    assertThat(sweep.params())
        .containsEntry("winner", "linear")
        .containsEntry("reason", "it is the simplest");
    assertThat(runs.subList(0, 3))
        .allSatisfy(run -> assertThat(run.parent()).contains(sweep.id()))
        .allSatisfy(run -> assertThat(run.status()).isEqualTo("FINISHED"));
    assertThat(runs.get(2).params()).containsEntry("depth", "6").containsEntry("family", "trees");
    assertThat(runs.get(2).metrics()).containsEntry("mae_usd", 290.0).containsEntry("seconds", 3.0);
    assertThat(outcome.version().runId()).isEqualTo(runs.getFirst().id());
  }

  @Test
  void wherever_a_sweep_breaks_off_no_run_is_left_open() throws IOException {
    ModelFolder model = swept(model("one", 285.5, "a"));
    for (int calls = 1; calls < 12; calls++) {
      Breaking breaking = new Breaking(calls);
      Publication broken =
          new Publication(
              breaking.after(RunTracker.class, tracker),
              breaking.after(ModelRegistry.class, registry));
      assertThatThrownBy(() -> broken.publish(model, "Ada"))
          .isInstanceOf(RegistryUnavailableException.class);
    }

    assertThat(tracker.latest(100)).extracting(RunRecord::status).doesNotContain("RUNNING");
    assertThat(registry.champion()).isEmpty();
  }

  private static ModelFolder swept(ModelFolder folder) throws IOException {
    Path training = Files.createDirectories(folder.path().resolve("training"));
    new SweepReport(
            "linear",
            "it is the simplest",
            List.of(tried("linear"), tried("trees"), tried("oracle")))
        .write(training);
    ModelFolder.seal(folder.path());
    return ModelFolder.open(folder.path());
  }

  private static Candidate tried(String family) {
    return new Candidate(
        family, Map.of("depth", "6"), Map.of("mae_usd", 290.0), List.of(280.0, 300.0), 3);
  }

  /** A folder whose model states {@code mae} out of fold on the stones of {@code data}. */
  private ModelFolder model(String name, double mae, String data) throws IOException {
    Path folder = TestModel.write(parent.resolve(name), 6_000);
    Provenance base = TestModel.provenance();
    Files.writeString(folder.resolve("model-card.md"), "# A model");
    Files.writeString(folder.resolve("price-list.csv"), "carat_from\n");
    List<Provenance.Data> sources = new ArrayList<>();
    for (Provenance.Data source : base.data()) {
      sources.add(
          new Provenance.Data(
              source.name(),
              data.repeat(64),
              source.rows(),
              source.accepted(),
              source.unappraised(),
              source.setAside()));
    }
    ModelFolder.write(
        folder,
        new Provenance(
            base.trainedAt(),
            base.family(),
            base.seed(),
            base.parameters(),
            sources,
            base.commit(),
            base.versions(),
            Map.of("mae_usd", mae)));
    ModelFolder.seal(folder);
    return ModelFolder.open(folder);
  }

  /** Lets a number of calls through, over all ports and runs together, and fails the rest. */
  private static final class Breaking {

    private int left;

    Breaking(int calls) {
      left = calls;
    }

    <T> T after(Class<T> port, T real) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (proxy, method, arguments) -> {
                if (method.getName().equals("id")) {
                  return method.invoke(real, arguments);
                }
                if (left-- <= 0 && !method.getName().equals("end")) {
                  throw new RegistryUnavailableException("the registry is away", null);
                }
                try {
                  Object answer = method.invoke(real, arguments);
                  return answer instanceof Run run ? after(Run.class, run) : answer;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }
}
