package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.JavaProcess;
import io.facet.registry.LocalStack;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.mlflow.RealMlflow;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.RunRecord;
import io.facet.training.Collection;
import io.facet.training.Facet;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pipeline whose process is killed (SIGKILL) and started again, on a real MLflow. */
class KilledTest {

  private static final LocalStack STACK = LocalStack.running();

  @BeforeAll
  static void begin() {
    RealMlflow.forgetModels();
  }

  private static final int BATCH = 300;
  private static final Pattern COUNTED =
      Pattern.compile("([\\d,]+) appraisals to learn from, ([\\d,]+) kept to judge by");

  /** When it is killed: so many ms after it said a line with these words. */
  private record Moment(String words, int millis) {}

  private static final List<Moment> MOMENTS =
      List.of(
          new Moment("  check", 0),
          new Moment("accepted, filed under", 0),
          new Moment("  compare out of fold", 0),
          new Moment("  learn from all", 0),
          new Moment("  package", 0),
          new Moment("  judge and register", 0),
          new Moment("  judge and register", 1_000),
          new Moment("  judge and register", 2_000));

  @TempDir private Path folder;

  @Test
  void whenever_it_is_killed_the_next_run_ends_as_if_it_never_had_been() throws Exception {
    List<Appraisal> stones = Collection.some(1_500 + BATCH * MOMENTS.size());
    Path base = Files.write(folder.resolve("base.csv"), StonesFile.write(stones.subList(0, 1_500)));
    Path incoming = Files.createDirectories(folder.resolve("incoming"));
    assertThat(end(start(base))).isIn(ExitCode.DONE, ExitCode.GATE_REFUSED);
    int versions = versions().size();

    for (int i = 0; i < MOMENTS.size(); i++) {
      int from = 1_500 + i * BATCH;
      Files.write(
          incoming.resolve("batch-%d.csv".formatted(i)),
          StonesFile.write(stones.subList(from, from + BATCH)));
      kill(start(base), MOMENTS.get(i));

      Process again = start(base);
      String said = JavaProcess.said(again);

      assertThat(again.exitValue()).as(said).isIn(ExitCode.DONE, ExitCode.GATE_REFUSED);
      assertThat(appraisals(said)).as("after %s", MOMENTS.get(i)).isEqualTo(1_500 + accepted());
      assertThat(files(incoming)).isEmpty();
      assertThat(files(folder.resolve("training-set/receipts"))).hasSize(i + 2);
      List<ModelVersion> now = versions();
      assertThat(now).as("after %s", MOMENTS.get(i)).hasSize(versions + i + 1);
      assertThat(now.stream().filter(version -> version.stage().equals(ModelVersion.PRODUCTION)))
          .singleElement()
          .satisfies(version -> assertThat(version.aliases()).contains("champion"));
      assertThat(now.getFirst().aliases()).hasSize(1);
      assertThat(runs()).extracting(RunRecord::status).doesNotContain("RUNNING");
    }
  }

  /** How many there are to learn from and to judge by, as a run says. */
  private static long appraisals(String said) {
    Matcher counted = COUNTED.matcher(said);
    assertThat(counted.find()).as(said).isTrue();
    return Stream.of(counted.group(1), counted.group(2))
        .mapToLong(count -> Long.parseLong(count.replace(",", "")))
        .sum();
  }

  /** How many rows the reports of all files say were taken; no row may be missing in them. */
  private long accepted() throws IOException {
    long accepted = 0;
    try (Stream<Path> filed = Files.list(folder.resolve("incoming/accepted"))) {
      for (Path one : filed.toList()) {
        JsonNode counts =
            JsonMapper.shared().readTree(one.resolve("report.json").toFile()).get("counts");
        assertThat(counts.get("accepted").asLong() + counts.get("set_aside").asLong())
            .isEqualTo(BATCH);
        accepted += counts.get("accepted").asLong();
      }
    }
    return accepted;
  }

  private Process start(Path base) throws IOException {
    return JavaProcess.start(
        Facet.class,
        List.of(),
        Map.of("FACET_HOME", STACK.home().toString()),
        arguments(base).toArray(String[]::new));
  }

  private List<String> arguments(Path base) {
    return List.of(
        "pipeline",
        "--incoming",
        folder.resolve("incoming").toString(),
        "--training-set",
        folder.resolve("training-set").toString(),
        "--base",
        base.toString(),
        "--family",
        "linear",
        "--quiet",
        "0");
  }

  private static void kill(Process process, Moment moment) throws Exception {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.contains(moment.words())) {
        line = lines.readLine();
      }
      assertThat(line).as("it never said %s", moment.words()).isNotNull();
      Thread.sleep(moment.millis());
      process.destroyForcibly().waitFor();
    }
  }

  private static int end(Process process) throws IOException, InterruptedException {
    JavaProcess.said(process);
    return process.exitValue();
  }

  private static List<RunRecord> runs() {
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      return mlflow.tracker().latest(30);
    }
  }

  private static List<ModelVersion> versions() {
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      return mlflow.registry().versions();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
