package io.facet.training.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.registry.memory.InMemoryArtifactStore;
import io.facet.registry.memory.InMemoryModelRegistry;
import io.facet.registry.memory.InMemoryRunTracker;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.runs.RunTracker;
import io.facet.training.gate.Contests;
import io.facet.training.gate.GateReport;
import io.facet.training.selection.Candidate;
import io.facet.training.selection.SweepReport;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  private static final List<Diamond> STONES = Stones.random(600, 6);

  private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
  private final InMemoryRunTracker tracker = new InMemoryRunTracker(artifacts);
  private final InMemoryModelRegistry registry = new InMemoryModelRegistry(tracker, artifacts);

  @TempDir private Path parent;

  @Test
  void the_first_model_is_champion_and_its_run_tells_everything() throws IOException {
    Publication.Outcome outcome =
        new Publication(tracker, registry).publish(model("one", 5), "Ada");

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
    assertThat(run.metrics()).containsEntry("mae_usd", 410.5);
    assertThat(tracker.datasets(run.id()))
        .singleElement()
        .satisfies(
            dataset -> {
              assertThat(dataset.name()).isEqualTo("diamonds.csv");
              assertThat(dataset.rows()).isEqualTo(5_000);
              assertThat(dataset.columns()).hasSize(10);
            });
    assertThat(artifacts.list("runs/" + run.id() + "/artifacts"))
        .containsExactly(
            "gate/gate.html",
            "gate/gate.json",
            "gate/gate.txt",
            "model-card.md",
            "price-list.csv",
            "training/out-of-fold.csv");
    registry.download("1", parent.resolve("down"));
    assertThat(ModelFolder.open(parent.resolve("down")).provenance().commit()).isEqualTo("0123abc");
  }

  @Test
  void whom_somebody_promotes_while_it_is_judged_is_who_it_has_to_beat() throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 5), "Ada");
    publication.publish(model("best", 4), "Ada");
    registry.promote("1", "Ben", "the best one has to be looked at first");
    AtomicBoolean looked = new AtomicBoolean();
    ModelRegistry meanwhile =
        (ModelRegistry)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ModelRegistry.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("download") && !looked.getAndSet(true)) {
                    registry.promote("2", "Ben", "it is fine");
                  }
                  return method.invoke(registry, arguments);
                });

    Publication.Outcome outcome =
        new Publication(tracker, meanwhile).publish(model("good", 4.5), "Ada");

    assertThat(looked).isTrue();
    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.reason()).contains("version 2");
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("2");
    assertThat(registry.versions()).hasSize(3);
  }

  @Test
  void a_better_model_takes_over_and_one_that_is_no_better_does_not() throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 5), "Ada");

    Publication.Outcome same = publication.publish(model("two", 5.0001), "Ada");
    assertThat(same.promoted()).isFalse();
    assertThat(same.reason())
        .isEqualTo(
            "it misses \"errs less\" (it errs by 500.01 USD a stone, version 1 by 500.00: no better)");
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("1");
    assertThat(registry.version("2").orElseThrow())
        .satisfies(
            version -> {
              assertThat(version.aliases()).containsExactly(ModelRegistry.CHALLENGER);
              assertThat(version.tags())
                  .containsEntry("gate", "Not promoted: it misses 1 of 6 bars (errs less).");
            });

    Publication.Outcome better = publication.publish(model("four", 4.5), "Ben");
    assertThat(better.promoted()).isTrue();
    assertThat(registry.champion().orElseThrow())
        .returns("3", ModelVersion::version)
        .satisfies(
            champion ->
                assertThat(champion.tags().get("promoted_because"))
                    .startsWith("it errs by 450.00 USD a stone, version 1 by 500.00: better"));
  }

  @Test
  void a_gate_set_decides_where_there_is_one_and_saying_so_beforehand_changes_nothing()
      throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 5), "Ada");
    List<Appraisal> gateSet =
        Stones.random(1_500, 8).stream()
            .map(stone -> new Appraisal(stone, TestModel.appraiser(6_000).estimate(stone).price()))
            .toList();
    ModelFolder better = model("two", 4);

    GateReport rehearsed = publication.judge(better, gateSet);
    assertThat(registry.versions()).hasSize(1);
    Publication.Outcome outcome = publication.publish(better, "Ada", gateSet);

    // Out of fold it errs less; on the gate set both are the same model.
    assertThat(rehearsed.promoted()).isFalse();
    assertThat(rehearsed.evidence()).isEqualTo("1,500 stones of the gate set");
    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.report().orElseThrow().verdict().reason())
        .isEqualTo(rehearsed.verdict().reason());
  }

  @Test
  void models_without_a_stone_in_common_are_never_compared() throws IOException {
    Publication publication = new Publication(tracker, registry);
    publication.publish(model("one", 5), "Ada");

    Publication.Outcome outcome =
        publication.publish(model("two", 1, Stones.random(600, 77)), "Ada");

    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.reason()).contains("learned from other stones").contains("./facet promote");
    assertThat(registry.champion().orElseThrow().version()).isEqualTo("1");
  }

  @Test
  void a_champion_that_can_not_be_read_keeps_its_place_and_the_reason_says_so() throws IOException {
    Run run = tracker.start("by hand", Map.of(), Optional.empty());
    Path damaged = Files.createDirectories(parent.resolve("damaged"));
    Files.writeString(damaged.resolve("model.facet"), "no model");
    String version =
        registry.register(run.model("facet", damaged, Map.of(), Map.of()), Map.of()).version();
    registry.promote(version, "Ada", "a mistake");

    Publication.Outcome outcome =
        new Publication(tracker, registry).publish(model("one", 5), "Ada");

    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.reason()).contains("version 1 can't be read").contains("./facet promote");
    assertThat(outcome.report().orElseThrow().evidence()).isEqualTo("600 stones out of fold");
  }

  @Test
  void a_first_model_that_is_unsound_is_not_promoted_either() throws IOException {
    ModelFolder withoutOnnx = model("one", 5);
    Files.delete(withoutOnnx.path().resolve("model.onnx"));
    ModelFolder.seal(withoutOnnx.path());

    Publication.Outcome outcome =
        new Publication(tracker, registry).publish(ModelFolder.open(withoutOnnx.path()), "Ada");

    assertThat(outcome.promoted()).isFalse();
    assertThat(outcome.reason()).contains("ONNX agrees");
    assertThat(registry.champion()).isEmpty();
  }

  @Test
  void wherever_the_registry_breaks_off_the_champion_stays_and_the_folder_too() throws IOException {
    new Publication(tracker, registry).publish(model("one", 5), "Ada");
    int steps = 0;
    boolean done = false;
    while (!done) {
      Breaking breaking = new Breaking(steps);
      ModelFolder better = model("better" + steps, 4 - .01 * steps);
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
    ModelFolder model = model("one", 5);
    Publication dead =
        new Publication(tracker, new Breaking(0).after(ModelRegistry.class, registry));
    assertThatThrownBy(() -> dead.publish(model, "Ada"))
        .isInstanceOf(RegistryUnavailableException.class);

    assertThat(new Publication(tracker, registry).publish(model, "Ada").promoted()).isTrue();
  }

  @Test
  void a_folder_is_registered_once_however_often_it_is_published() throws IOException {
    Publication publication = new Publication(tracker, registry);
    ModelFolder model = model("one", 5);
    publication.publish(model, "Ada");

    Publication.Outcome again = publication.publish(model, "Ada");

    assertThat(again.promoted()).isTrue();
    assertThat(again.reason()).isEqualTo("it is the champion already");
    assertThat(registry.versions()).hasSize(1);
    assertThat(tracker.latest(10)).hasSize(1);
  }

  @Test
  void a_sweep_is_a_run_with_a_nested_run_for_every_family() throws IOException {
    ModelFolder model = swept(model("one", 5));

    Publication.Outcome outcome = new Publication(tracker, registry).publish(model, "Ada");

    List<RunRecord> runs = tracker.latest(10);
    assertThat(runs)
        .extracting(RunRecord::name)
        .containsExactly(
            "train linear", "compare oracle", "compare trees", "compare linear", "sweep");
    RunRecord sweep = runs.getLast();
    assertThat(sweep.parent()).isEmpty();
    assertThat(sweep.params())
        .containsEntry("winner", "linear")
        .containsEntry("reason", "it is the simplest");
    assertThat(runs.subList(0, 4))
        .allSatisfy(run -> assertThat(run.parent()).contains(sweep.id()))
        .allSatisfy(run -> assertThat(run.status()).isEqualTo("FINISHED"));
    assertThat(runs.subList(1, 4))
        .allSatisfy(
            run -> assertThat(run.params()).containsOnlyKeys("family", "complexity", "folds"));
    assertThat(runs.get(2).params()).containsEntry("family", "trees");
    assertThat(runs.get(2).description()).contains("| depth | 6 |");
    assertThat(runs.get(2).metrics()).containsEntry("mae_usd", 290.0).containsEntry("seconds", 3.0);
    assertThat(outcome.version().runId()).isEqualTo(runs.getFirst().id());
  }

  @Test
  void wherever_a_sweep_breaks_off_no_run_is_left_open() throws IOException {
    ModelFolder model = swept(model("one", 5));
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

  private ModelFolder model(String name, double percent) throws IOException {
    return model(name, percent, STONES);
  }

  /** A folder whose model priced {@code stones} out of fold, each {@code percent} off. */
  private ModelFolder model(String name, double percent, List<Diamond> stones) throws IOException {
    Path folder = Contests.folder(parent.resolve(name), stones, percent).path();
    Files.writeString(folder.resolve("model-card.md"), "# A model");
    Files.writeString(folder.resolve("price-list.csv"), "carat_from\n");
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
