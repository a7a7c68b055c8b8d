package io.facet.training.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.artifacts.StoredFile;
import io.facet.registry.folder.Folders;
import io.facet.registry.leases.Lease;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunRecord;
import io.facet.training.Collection;
import io.facet.training.gate.GateSet;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {

  private static final List<Appraisal> STONES = Collection.some(2_600);

  @TempDir private static Path work;
  @TempDir private Path folder;
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story(folder, work, 1_500);
  }

  @Test
  void the_first_run_learns_from_what_everything_began_with() throws Exception {
    Outcome outcome = story.run();

    assertThat(outcome.learned().orElseThrow().promoted()).isTrue();
    assertThat(outcome.stones()).isEqualTo(1_500);
    assertThat(story.models.champion().map(ModelVersion::version)).contains("1");
  }

  @Test
  void where_nothing_is_new_nothing_is_learned_and_no_run_is_left() throws Exception {
    story.run();
    int runs = story.runs.latest(100).size();

    Outcome again = story.run();

    assertThat(again.learned()).isEmpty();
    assertThat(again.steps()).isEmpty();
    assertThat(story.models.versions()).hasSize(1);
    assertThat(story.runs.latest(100)).hasSize(runs);
  }

  @Test
  void a_fresh_batch_is_learned_but_for_the_stones_that_are_kept_to_judge_by() throws Exception {
    story.run();
    List<Appraisal> fresh = STONES.subList(1_500, 2_100);
    story.arrives("2026-09.csv", fresh);

    Outcome outcome = story.run();

    long kept = fresh.stream().filter(one -> GateSet.keeps(one.stone())).count();
    assertThat(kept).isBetween(80L, 160L);
    assertThat(outcome.judging()).isEqualTo(kept);
    assertThat(outcome.stones()).isEqualTo(2_100 - kept);
    assertThat(story.models.versions()).hasSize(2);
    assertThat(story.incoming.resolve("2026-09.csv")).doesNotExist();
    assertThat(story.files.list("accepted"))
        .extracting(path -> path.substring(path.indexOf('/') + 1))
        .contains("2026-09.csv", "report.html", "report.json", "drift.html", "findings.csv");
    assertThat(story.files.list("quarantine")).isEmpty();
  }

  @Test
  void the_same_content_counts_once_whatever_it_is_called() throws Exception {
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    story.run();
    story.arrives("copy.csv", STONES.subList(1_500, 2_100));

    Outcome again = story.run();

    assertThat(again.received())
        .singleElement()
        .satisfies(file -> assertThat(file.cameBefore()).isTrue());
    assertThat(again.learned()).isEmpty();
    assertThat(story.models.versions()).hasSize(1);
    assertThat(story.incoming.resolve("copy.csv")).doesNotExist();
  }

  @Test
  void a_refused_file_ends_in_quarantine_with_a_report_and_nothing_is_learned() throws Exception {
    story.run();
    story.arrives("rupees.csv", inRupees(STONES.subList(1_500, 2_100)));
    story.arrives("page.csv", "<html>Please log in</html>");

    Outcome outcome = story.run();

    assertThat(outcome.refused()).isTrue();
    assertThat(outcome.learned()).isEmpty();
    assertThat(outcome.stones()).isEqualTo(1_500);
    assertThat(story.files.list("quarantine"))
        .extracting(path -> path.substring(path.indexOf('/') + 1))
        .contains("rupees.csv", "page.csv", "report.html");
    assertThat(story.models.versions()).hasSize(1);
  }

  @Test
  void the_newer_price_of_a_stone_counts_and_both_are_kept() throws Exception {
    story.run();
    Appraisal known = STONES.getFirst();
    List<Appraisal> fresh = new ArrayList<>(STONES.subList(1_500, 1_700));
    fresh.add(new Appraisal(known.stone(), Math.round(known.price() * 1.05)));
    story.arrives("2026-09.csv", fresh);

    Outcome outcome = story.run();

    TrainingSet set = new TrainingSet(story.set);
    List<Appraisal> learned =
        TrainingData.read(set.toLearn(TrainingSet.accepted(set.receipts()), folder.resolve("set")))
            .stones();
    assertThat(learned)
        .filteredOn(one -> one.stone().equals(known.stone()))
        .containsExactly(fresh.getLast());
    assertThat(outcome.stones() + outcome.judging()).isEqualTo(1_701);
  }

  @Test
  void a_price_that_returns_to_what_it_was_counts_again() throws Exception {
    List<Appraisal> first = STONES.subList(1_500, 1_900);
    List<Appraisal> dearer =
        first.stream().map(one -> new Appraisal(one.stone(), one.price() * 1.05)).toList();
    story.arrives("2026-09.csv", first);
    story.run();
    story.arrives("2026-10.csv", dearer);
    story.run();
    story.arrives("2026-11.csv", first.reversed());

    Outcome back = story.run();

    assertThat(back.learned()).isPresent();
    TrainingSet set = new TrainingSet(story.set);
    List<Appraisal> learned =
        TrainingData.read(set.toLearn(TrainingSet.accepted(set.receipts()), folder.resolve("set")))
            .stones();
    assertThat(learned)
        .containsAll(first.stream().filter(one -> !GateSet.keeps(one.stone())).toList())
        .doesNotContainAnyElementsOf(dearer);
  }

  @Test
  void stones_that_are_all_known_are_accepted_and_stop_nothing() throws Exception {
    story.arrives("2026-09.csv", STONES.subList(1_500, 1_900));
    story.run();
    story.arrives("again.csv", STONES.subList(1_500, 1_900).reversed());
    story.run();
    story.arrives("2026-10.csv", STONES.subList(1_900, 2_100));

    assertThat(story.run().learned()).isPresent();
  }

  @Test
  void a_version_that_was_refused_once_is_not_judged_again_when_another_one_challenges()
      throws Exception {
    story.run();
    story.arrives("2026-09.csv", STONES.subList(1_500, 1_900));
    story.run();
    Map<String, String> learned = story.models.versions().getFirst().tags();
    Run run = story.runs.start("train", Map.of(), Optional.empty());
    LoggedModel model =
        run.model("facet", Files.createDirectory(folder.resolve("m")), Map.of(), Map.of());
    String refused =
        story.models.register(model, Map.of("data_sha256", learned.get("data_sha256"))).version();
    String other = story.models.register(model, Map.of()).version();

    story.models.challenge(refused);
    story.models.challenge(other);

    assertThat(story.run().learned()).isEmpty();
    assertThat(story.models.version(other).orElseThrow().aliases())
        .containsExactly(ModelRegistry.CHALLENGER);
  }

  @Test
  void a_file_that_only_looks_like_the_desks_is_taken_like_any_other() throws Exception {
    story.arrives("appraisals-20260901-080000.csv", "appraisal_id,carat\na,1,2,3\nb,\"\n");
    story.arrives("appraisals-march.csv", STONES.subList(1_500, 1_900));

    Outcome outcome = story.run();

    assertThat(outcome.refused()).isTrue();
    assertThat(outcome.received()).hasSize(2);
    assertThat(outcome.learned()).isPresent();
  }

  @Test
  void of_two_files_the_older_comes_first_whatever_they_are_called() throws Exception {
    story.run();
    List<Appraisal> older = STONES.subList(1_500, 1_700);
    List<Appraisal> newer =
        older.stream().map(one -> new Appraisal(one.stone(), one.price() * 1.05)).toList();
    story.arrives("z-october.csv", older);
    Files.setLastModifiedTime(
        story.incoming.resolve("z-october.csv"), FileTime.from(Instant.now().minusSeconds(3_600)));
    story.arrives("a-november.csv", newer);

    assertThat(story.run().received())
        .extracting(Received::name)
        .containsExactly("z-october.csv", "a-november.csv");
  }

  @Test
  void what_came_before_elsewhere_is_filed_here_too() throws Exception {
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    story.run();
    Folders.delete(story.incoming.resolve("accepted"));
    story.arrives("copy.csv", STONES.subList(1_500, 2_100));

    story.run();

    assertThat(story.files.list("accepted")).singleElement().asString().endsWith("/copy.csv");
    assertThat(story.incoming.resolve("copy.csv")).doesNotExist();
  }

  @Test
  void a_name_as_long_as_a_disk_takes_stops_nothing() throws Exception {
    String name = "a".repeat(240) + ".csv";
    story.arrives(name, STONES.subList(1_500, 1_700));

    story.run();

    assertThat(story.files.list("accepted")).anyMatch(path -> path.endsWith(name));
  }

  @Test
  void tables_in_another_form_are_named_and_left_where_they_are() throws Exception {
    story.arrives("2026-09.xlsx", "PK");
    story.arrives("read me.md", "what this folder is for");

    assertThat(story.run().unreadable()).containsExactly("2026-09.xlsx");
    assertThat(story.incoming.resolve("2026-09.xlsx")).exists();
  }

  @Test
  void a_run_of_somebody_else_is_left_alone() throws Exception {
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    try (Lease lease = story.leases.acquire("pipeline").orElseThrow()) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(story.pipeline().run()).isEmpty();
    }
    assertThat(story.incoming.resolve("2026-09.csv")).exists();
  }

  @Test
  void a_dry_run_says_the_same_and_changes_nothing() throws Exception {
    story.run();
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    int runs = story.runs.latest(100).size();

    Outcome dry =
        story
            .pipeline(
                new Overlay(story.files, folder.resolve("dry-incoming")),
                new Overlay(story.set, folder.resolve("dry-set")),
                new Decision.Preview(story.runs, story.models))
            .run()
            .orElseThrow();

    assertThat(story.incoming.resolve("2026-09.csv")).exists();
    assertThat(story.files.list("accepted")).isEmpty();
    assertThat(story.models.versions()).hasSize(1);
    assertThat(story.runs.latest(100)).hasSize(runs);
    Outcome real = story.run();
    assertThat(dry.stones()).isEqualTo(real.stones());
    assertThat(dry.learned().orElseThrow().promoted())
        .isEqualTo(real.learned().orElseThrow().promoted());
    assertThat(dry.learned().orElseThrow().version()).isEmpty();
  }

  @Test
  void its_steps_are_runs_nested_in_one() throws Exception {
    story = new Story(folder, folder.resolve("models"), 1_500);
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    story.run();

    List<RunRecord> runs = story.runs.latest(100).reversed();
    RunRecord whole = runs.getFirst();
    assertThat(whole.name()).isEqualTo("pipeline");
    assertThat(whole.status()).isEqualTo("FINISHED");
    assertThat(whole.metrics()).containsEntry("files", 1.0).containsEntry("rows", 600.0);
    assertThat(runs.subList(1, runs.size()))
        .allSatisfy(run -> assertThat(run.parent()).contains(whole.id()))
        .extracting(RunRecord::name)
        .containsExactly(
            "check",
            "compare out of fold",
            "learn from all",
            "package",
            "judge and register",
            "train linear");
    assertThat(runs.get(1).metrics()).containsKey("seconds");
    assertThat(story.artifacts.list("runs/" + runs.get(1).id() + "/artifacts"))
        .anyMatch(path -> path.endsWith("report.html"));
  }

  @Test
  void wherever_it_breaks_off_the_next_run_ends_as_if_it_never_had() throws Exception {
    story.run();
    Story whole = new Story(folder.resolve("whole"), work, 1_500);
    whole.run();
    whole.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    int all = Breakage.calls(whole);
    assertThat(all).isGreaterThan(20);

    for (int last = 1; last <= all; last++) {
      Story broken = new Story(folder.resolve("broken-" + last), work, 1_500);
      broken.run();
      broken.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
      assertThat(Breakage.at(last, broken)).isTrue();

      broken.run();

      assertThat(broken.incoming.resolve("2026-09.csv")).doesNotExist();
      assertThat(broken.models.versions()).as("broken off at call %d", last).hasSize(2);
      assertThat(digests(broken)).isEqualTo(digests(whole));
      assertThat(broken.models.champion().map(ModelVersion::version))
          .isEqualTo(whole.models.champion().map(ModelVersion::version));
      assertThat(broken.run().learned()).isEmpty();
    }
  }

  @Test
  void a_refusal_is_told_by_the_next_run_where_the_one_that_refused_broke_off() throws Exception {
    Story whole = new Story(folder.resolve("whole"), work, 1_500);
    for (Story one : List.of(whole, story)) {
      one.run();
      one.arrives("rupees.csv", inRupees(STONES.subList(2_100, 2_600)));
      one.arrives("2026-09.csv", STONES.subList(1_500, 2_100));
    }
    int all = Breakage.calls(whole);

    assertThat(Breakage.at(all - 2, story)).isTrue();

    Outcome next = story.run();
    assertThat(next.received())
        .filteredOn(file -> !file.receipt().isAccepted())
        .extracting(Received::name)
        .containsExactly("rupees.csv");
    assertThat(story.run().received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void runs_that_were_killed_seem_to_go_on_no_longer_than_until_the_next_one(boolean news)
      throws Exception {
    if (!news) {
      story.run();
    }
    Run killed =
        story.runs.start("pipeline", Map.of("training_set", "training-set"), Optional.empty());
    story.runs.start("check", Map.of(), Optional.of(killed.id()));
    story.runs.start("pipeline", Map.of("training_set", "another"), Optional.empty());

    story.run();

    assertThat(story.runs.latest(50))
        .filteredOn(run -> run.status().equals("RUNNING"))
        .singleElement()
        .satisfies(run -> assertThat(run.tags()).containsEntry("training_set", "another"));
  }

  @Test
  void appraisals_of_the_api_are_learned_from_and_then_marked() throws Exception {
    story.run();
    story.desk.send(STONES.subList(1_500, 1_900));

    Outcome outcome = story.run();

    assertThat(outcome.received())
        .singleElement()
        .satisfies(file -> assertThat(file.name()).startsWith("appraisals-"));
    assertThat(outcome.stones() + outcome.judging()).isEqualTo(1_900);
    assertThat(story.desk.unused()).isEmpty();
    assertThat(story.desk.users())
        .containsOnly(outcome.learned().orElseThrow().version().orElseThrow());
  }

  @Test
  void appraisals_that_were_set_aside_come_once_and_are_never_marked() throws Exception {
    story.run();
    Appraisal slipped = STONES.get(1_899);
    List<Appraisal> sent = new ArrayList<>(STONES.subList(1_500, 1_899));
    sent.add(new Appraisal(slipped.stone(), 100 * slipped.price()));
    story.desk.send(sent);

    Outcome outcome = story.run();

    assertThat(outcome.stones() + outcome.judging()).isEqualTo(1_899);
    assertThat(story.desk.unused())
        .singleElement()
        .satisfies(one -> assertThat(one.price()).isEqualByComparingTo("" + 100 * slipped.price()));
    assertThat(story.run().received()).isEmpty();
  }

  @Test
  void appraisals_that_are_sent_later_come_in_a_file_of_their_own() throws Exception {
    story.desk.send(STONES.subList(1_500, 1_900));
    story.run();
    story.desk.send(STONES.subList(1_900, 2_000));

    Outcome outcome = story.run();

    assertThat(outcome.stones() + outcome.judging()).isEqualTo(2_000);
    assertThat(story.desk.unused()).isEmpty();
    assertThat(story.desk.users()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void appraisals_that_are_kept_to_judge_by_wait_for_the_version_that_is_judged() throws Exception {
    story.run();
    story.desk.send(
        STONES.subList(1_500, 1_900).stream().filter(one -> GateSet.keeps(one.stone())).toList());

    Outcome nothingToLearn = story.run();

    assertThat(nothingToLearn.learned()).isEmpty();
    assertThat(nothingToLearn.judging()).isPositive();
    assertThat(story.desk.users()).isEmpty();
    story.arrives("2026-09.csv", STONES.subList(1_900, 2_400));
    story.run();
    assertThat(story.desk.users()).containsExactly("2");
    assertThat(story.desk.unused()).isEmpty();
  }

  @Test
  void files_are_taken_while_the_api_is_away_and_appraisals_wait() throws Exception {
    story.run();
    story.desk.send(STONES.subList(2_100, 2_200));
    story.desk.goAway();
    story.arrives("2026-09.csv", STONES.subList(1_500, 2_100));

    Outcome outcome = story.run();

    assertThat(outcome.appraisalsAway()).isPresent();
    assertThat(outcome.stones() + outcome.judging()).isEqualTo(2_100);
    story.desk.comeBack();
    Outcome later = story.run();
    assertThat(later.stones() + later.judging()).isEqualTo(2_200);
    assertThat(story.desk.unused()).isEmpty();
  }

  @Test
  void after_it_broke_off_each_appraisal_counts_once() throws Exception {
    Story whole = new Story(folder.resolve("whole"), work, 1_500);
    whole.run();
    whole.desk.send(STONES.subList(1_500, 2_100));
    int all = Breakage.calls(whole);
    assertThat(whole.desk.unused()).isEmpty();

    // Every call is tried with a file; what is different for appraisals shows at every third.
    for (int last = 1; last <= all; last += 3) {
      Story broken = new Story(folder.resolve("broken-" + last), work, 1_500);
      broken.run();
      broken.desk.send(STONES.subList(1_500, 2_100));
      assertThat(Breakage.at(last, broken)).isTrue();
      broken.desk.send(STONES.subList(2_100, 2_200));

      broken.run();
      Outcome end = broken.run();

      assertThat(broken.desk.unused()).as("broken off at call %d", last).isEmpty();
      assertThat(end.stones() + end.judging()).isEqualTo(2_200);
    }
  }

  private static List<Optional<String>> digests(Story story) {
    return story.models.versions().stream()
        .map(version -> Optional.ofNullable(version.tags().get("data_sha256")))
        .toList();
  }

  private static List<Appraisal> inRupees(List<Appraisal> stones) {
    return stones.stream().map(one -> new Appraisal(one.stone(), one.price() * 83)).toList();
  }

  @Test
  void a_file_that_is_still_being_written_is_not_taken() throws IOException, InterruptedException {
    story.arrives("2026-09.csv", "carat,cut\n");
    Incoming incoming = new Incoming(story.files, Duration.ofMillis(300));
    Thread writer =
        Thread.startVirtualThread(
            () -> {
              try {
                Thread.sleep(100);
                Files.writeString(story.incoming.resolve("2026-09.csv"), "carat,cut,color\n");
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(incoming.settled()).isEmpty();
    writer.join();
    assertThat(incoming.settled()).hasSize(1);
  }

  @Test
  void nor_is_one_that_is_written_to_again_once_it_had_settled() throws Exception {
    story.arrives("2026-09.csv", "carat,cut\n");
    Incoming incoming = new Incoming(story.files, Duration.ofMillis(1));
    StoredFile settled = incoming.settled().getFirst();

    Files.writeString(story.incoming.resolve("2026-09.csv"), "carat,cut,color\n");

    assertThat(incoming.fetch(settled, folder.resolve("copy"))).isEmpty();
    assertThat(incoming.fetch(incoming.settled().getFirst(), folder.resolve("other"))).isPresent();
  }
}
