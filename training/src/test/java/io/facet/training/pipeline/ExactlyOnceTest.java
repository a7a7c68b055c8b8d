package io.facet.training.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.Scratch;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.training.Collection;
import io.facet.training.gate.GateSet;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever arrives, in which order, how often and under which names, and wherever runs break off:
 * in the end every appraisal counts once.
 */
class ExactlyOnceTest {

  private static final int BASE = 600;
  private static final int BATCH = 80;
  private static final int BATCHES = 3;
  private static final int SENT = 20;
  private static final List<Appraisal> STONES = Collection.some(2_000);

  /** Models of the same stones are packaged once. */
  private static final Scratch PACKAGED = Scratch.open();

  /** What happens to a pipeline. */
  sealed interface Event {

    /** The file with that content arrives, under that name. */
    record Arrives(int batch, String name) implements Event {}

    /** Experts send so many appraisals to the API. */
    record Sent() implements Event {}

    /** A run whose places go away at that call; it may end before. */
    record BreaksOff(int call) implements Event {}

    record Runs() implements Event {}
  }

  @AfterContainer
  static void forget() {
    PACKAGED.close();
  }

  @Provide
  Arbitrary<List<Event>> seasons() {
    Arbitrary<Event> arrives =
        Arbitraries.integers()
            .between(0, BATCHES - 1)
            .flatMap(
                batch ->
                    Arbitraries.of("a.csv", "b.csv", "c.csv")
                        .map(name -> new Event.Arrives(batch, name)));
    Arbitrary<Event> breaksOff =
        Arbitraries.integers().between(1, 90).map(call -> new Event.BreaksOff(call));
    return Arbitraries.frequencyOf(
            Tuple.of(4, arrives),
            Tuple.of(1, Arbitraries.just(new Event.Sent())),
            Tuple.of(4, breaksOff),
            Tuple.of(1, Arbitraries.just(new Event.Runs())))
        .list()
        .ofMinSize(3)
        .ofMaxSize(8);
  }

  @Property(tries = 16)
  void every_appraisal_counts_once(@ForAll("seasons") List<Event> season) throws Exception {
    try (Scratch scratch = Scratch.open()) {
      Story story = new Story(scratch.resolve("story"), PACKAGED.folder(), BASE);
      Season came = new Season(story);
      for (Event event : season) {
        came.happens(event);
      }

      story.run();
      Outcome end = story.run();

      assertThat(end.received()).isEmpty();
      assertThat(end.learned()).isEmpty();
      assertThat(story.files.filesIn("")).isEmpty();
      assertThat(story.desk.unused()).isEmpty();
      List<Appraisal> expected = came.appraisals();
      assertThat(end.stones() + end.judging()).isEqualTo(expected.size());
      TrainingSet set = new TrainingSet(story.set);
      List<Receipt> batches = TrainingSet.accepted(set.receipts());
      assertThat(set.toJudge(batches))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().skip(BASE).filter(one -> GateSet.keeps(one.stone())).toList());
      assertThat(learned(set, batches, scratch.resolve("learned")))
          .hasSize((int) end.stones())
          .noneMatch(Set.copyOf(set.toJudge(batches))::contains);
      assertThat(batches.stream().filter(batch -> !batch.filed().isEmpty()))
          .allSatisfy(
              batch ->
                  assertThat(story.files.list(batch.filed()))
                      .contains(batch.name(), "report.json"));
      assertOneChampion(story.models);
    }
  }

  private static List<Appraisal> learned(TrainingSet set, List<Receipt> batches, Path folder)
      throws IOException {
    return TrainingData.read(set.toLearn(batches, folder)).stones();
  }

  private static void assertOneChampion(ModelRegistry models) {
    List<ModelVersion> versions = models.versions();
    assertThat(versions)
        .extracting(version -> version.tags().get("data_sha256"))
        .doesNotHaveDuplicates();
    assertThat(versions)
        .filteredOn(version -> version.stage().equals(ModelVersion.PRODUCTION))
        .singleElement()
        .satisfies(version -> assertThat(version.aliases()).contains(ModelRegistry.CHAMPION));
  }

  /** What has come so far. */
  private static final class Season {

    private final Story story;
    private final Set<Integer> arrived = new LinkedHashSet<>();
    private int sent;

    Season(Story story) {
      this.story = story;
    }

    void happens(Event event) throws IOException, InterruptedException {
      switch (event) {
        case Event.Arrives(int batch, String name) -> arrives(batch, name);
        case Event.Sent() -> story.desk.send(sent(sent++));
        case Event.BreaksOff(int call) -> Breakage.at(call, story);
        case Event.Runs() -> story.run();
      }
    }

    /** Nobody writes over a file that still waits. */
    private void arrives(int batch, String name) {
      if (story.files.find(name).isEmpty()) {
        story.arrives(name, batch(batch));
        arrived.add(batch);
      }
    }

    List<Appraisal> appraisals() {
      List<Appraisal> all = new ArrayList<>(STONES.subList(0, BASE));
      arrived.forEach(batch -> all.addAll(batch(batch)));
      for (int i = 0; i < sent; i++) {
        all.addAll(sent(i));
      }
      return all;
    }

    private static List<Appraisal> batch(int number) {
      int from = BASE + number * BATCH;
      return STONES.subList(from, from + BATCH);
    }

    private static List<Appraisal> sent(int number) {
      int from = BASE + BATCHES * BATCH + number * SENT;
      return STONES.subList(from, from + SENT);
    }
  }
}
