package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.LocalStack;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.mlflow.RealMlflow;
import io.facet.registry.storage.Storages;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season of the pipeline, on a real MLflow and in real Blob storage. */
class StoryTest {

  private static final LocalStack STACK = LocalStack.running();
  private static final String STORY = "wasb://%s@devstoreaccount1.blob.core.windows.net/story";

  private final ObjectStore incoming =
      Storages.of(Map.of()).withEmulator(STACK.blob()).at(STORY.formatted("incoming")).files();

  @TempDir private Path folder;

  @BeforeAll
  static void begin() {
    RealMlflow.forgetModels();
  }

  @Test
  void good_batches_promote_bad_ones_do_no_harm_and_there_is_a_way_back() throws IOException {
    assertThat(pipeline("price-list").exit()).isEqualTo(ExitCode.DONE);
    assertThat(champion()).isEqualTo("1");

    arrives("good.csv", fresh("2026-09", "2026-10"));
    Terminal good = pipeline("price-list");
    assertThat(good.out()).containsPattern("good.csv +accepted").contains("Promoted");
    assertThat(good.exit()).isEqualTo(ExitCode.DONE);
    assertThat(champion()).isEqualTo("2");

    incoming.put("rupees.csv", damaged("prices-in-rupees.csv"));
    Terminal currency = pipeline("price-list");
    assertThat(currency.out()).containsPattern("rupees.csv +REFUSED");
    assertThat(currency.exit()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(incoming.list("quarantine")).anyMatch(path -> path.endsWith("/report.html"));

    arrives("heavier.csv", heavier(fresh("2026-11")));
    Terminal drifted = pipeline("linear");
    assertThat(drifted.out()).containsPattern("heavier.csv +accepted .* warning");
    assertThat(incoming.list("accepted")).anyMatch(path -> path.endsWith("/drift.html"));

    assertThat(drifted.out()).contains("Version 3 is challenger: the champion keeps its place");
    assertThat(drifted.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    assertThat(champion()).isEqualTo("2");

    Terminal back = Terminal.run(STACK.home(), "rollback", "--reason", "the market fell");
    assertThat(back.exit()).isEqualTo(ExitCode.DONE);
    assertThat(champion()).isEqualTo("1");
    assertThat(pipeline("linear").out()).contains("Nothing new to learn");
    assertThat(champion()).isEqualTo("1");
  }

  private void arrives(String name, List<Appraisal> stones) throws IOException {
    incoming.put(name, Files.write(folder.resolve(name), StonesFile.write(stones)));
  }

  private static List<Appraisal> fresh(String... months) {
    Path folder = LocalStack.checkout().resolve("datasets/diamonds/fresh");
    return TrainingData.read(
            Stream.of(months).map(month -> folder.resolve(month + ".csv")).toList())
        .stones();
  }

  /** All of the heavy ones, two fifths of the light ones. */
  private static List<Appraisal> heavier(List<Appraisal> stones) {
    return IntStream.range(0, stones.size())
        .filter(i -> stones.get(i).stone().carat() > 1 || i % 5 < 2)
        .mapToObj(stones::get)
        .toList();
  }

  private static Path damaged(String name) {
    return LocalStack.checkout().resolve("datasets/diamonds/damaged").resolve(name);
  }

  private static Terminal pipeline(String family) {
    Terminal ran =
        Terminal.run(
            STACK.home(),
            "pipeline",
            "--incoming",
            STORY.formatted("incoming"),
            "--training-set",
            STORY.formatted("training-set"),
            "--base",
            LocalStack.checkout().resolve("datasets/diamonds/diamonds.csv").toString(),
            "--family",
            family,
            "--quick",
            "--quiet",
            "0");
    assertThat(ran.err()).isEmpty();
    return ran;
  }

  private static String champion() {
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      return mlflow.registry().champion().orElseThrow().version();
    }
  }
}
