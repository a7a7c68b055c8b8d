package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.JavaProcess;
import io.facet.registry.LocalStack;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.mlflow.RealMlflow;
import io.facet.registry.runs.RunRecord;
import io.facet.training.Collection;
import io.facet.training.Facet;
import io.facet.valuation.comparables.StonesFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that is ended by Ctrl-C, on a real MLflow and a lease in real Blob storage. */
class InterruptedTest {

  private static final LocalStack STACK = LocalStack.running();
  private static final String SET =
      "wasb://training-set@devstoreaccount1.blob.core.windows.net/interrupted";

  @TempDir private Path folder;

  /** Another test's champion may have learned from these very stones. */
  @BeforeAll
  static void noChampion() {
    RealMlflow.forgetModels();
  }

  @Test
  void nothing_seems_to_go_on_and_the_next_run_need_not_wait() throws Exception {
    Path base = Files.write(folder.resolve("base.csv"), StonesFile.write(Collection.some(1_500)));
    Path scratch = Files.createDirectory(folder.resolve("tmp"));
    Files.createDirectory(folder.resolve("incoming"));
    Process pipeline = start(base, scratch);
    until("boosted-trees: 1 of 5", pipeline);

    interrupt(pipeline);

    assertThat(pipeline.waitFor()).isEqualTo(143);
    assertThat(scratch).satisfies(tmp -> assertThat(filesIn(tmp)).isEmpty());
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      List<RunRecord> runs = mlflow.tracker().latest(5);
      assertThat(runs).extracting(RunRecord::status).doesNotContain("RUNNING");
      assertThat(runs)
          .filteredOn(run -> run.name().equals("pipeline"))
          .extracting(RunRecord::status)
          .contains("KILLED");
    }

    Process next = start(base, scratch);
    assertThat(JavaProcess.said(next)).containsPattern("Version \\d+ is");
    assertThat(next.exitValue()).isIn(ExitCode.DONE, ExitCode.GATE_REFUSED);
  }

  private Process start(Path base, Path scratch) throws IOException {
    return JavaProcess.start(
        Facet.class,
        List.of("-Djava.io.tmpdir=" + scratch),
        Map.of("FACET_HOME", STACK.home().toString()),
        "pipeline",
        "--incoming",
        folder.resolve("incoming").toString(),
        "--training-set",
        SET,
        "--base",
        base.toString(),
        "--family",
        "boosted-trees",
        "--quiet",
        "0");
  }

  private static void until(String words, Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.contains(words)) {
      line = lines.readLine();
    }
    assertThat(line).as("it never said %s", words).isNotNull();
  }

  /** SIGTERM ends a JVM as Ctrl-C does, and isn't ignored by what was started in the background. */
  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("facet-")).toList();
    }
  }
}
