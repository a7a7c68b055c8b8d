package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.LocalStack;
import io.facet.registry.Misbehaving;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.mlflow.RealMlflow;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.RunRecord;
import io.facet.registry.storage.Storages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of models in a real MLflow over real Blob storage, one step after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisteredTest {

  private static final LocalStack STACK = LocalStack.running();

  @BeforeAll
  static void begin() {
    RealMlflow.forgetModels();
  }

  @Test
  @Order(1)
  void the_first_trained_model_is_champion_and_its_run_holds_what_people_look_for() {
    assertThat(run("models").out()).contains("No version is registered yet");

    Terminal trained = run("train", "--family", "linear", "--data", Terminal.collection());

    assertThat(trained.err()).isEmpty();
    assertThat(trained.exit()).isEqualTo(ExitCode.DONE);
    assertThat(trained.out()).contains("Version 1 is registered and the champion now");
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      RunRecord run = mlflow.tracker().latest(1).getFirst();
      assertThat(run.name()).isEqualTo("train linear");
      assertThat(run.status()).isEqualTo("FINISHED");
      assertThat(run.params()).containsKeys("family", "seed", "ridge");
      assertThat(run.metrics()).containsKeys("r2", "mae_usd", "coverage_percent");
      ModelVersion champion = mlflow.registry().champion().orElseThrow();
      assertThat(run.metrics()).containsKeys("system/process_heap_megabytes");
      assertThat(run.metrics()).containsAllEntriesOf(champion.metrics());
      assertThat(champion.metrics().keySet()).noneMatch(name -> name.startsWith("system/"));
      assertThat(champion.tags()).containsEntry("promoted_because", "there was no champion");
    }
  }

  @Test
  @Order(2)
  void where_there_is_a_champion_already_nothing_is_trained() {
    Terminal trained = run("train", "--unless-champion", "--data", Terminal.collection());

    assertThat(trained.exit()).isEqualTo(ExitCode.DONE);
    assertThat(trained.out()).contains("version 1 is the champion already").hasLineCount(1);
  }

  @Test
  @Order(3)
  void the_same_model_again_is_no_better_and_stays_challenger() {
    Terminal trained = run("train", "--family", "linear", "--data", Terminal.collection());

    assertThat(trained.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    assertThat(trained.out()).contains("Version 2 is registered as challenger");
    assertThat(run("models").out())
        .containsPattern("2 .*challenger")
        .containsPattern("1 .*champion");
  }

  @Test
  @Order(4)
  void a_sweep_takes_the_better_family_which_takes_the_place() {
    Terminal trained = run("train", "--sweep", "--quick", "--data", Terminal.collection());

    assertThat(trained.exit()).isEqualTo(ExitCode.DONE);
    assertThat(trained.out())
        .contains("is the simplest family that none beats by more than chance")
        .contains("Version 3 is registered and the champion now");
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      List<RunRecord> runs = mlflow.tracker().latest(7);
      RunRecord sweep =
          runs.stream().filter(run -> run.name().equals("sweep")).findFirst().orElseThrow();
      assertThat(runs)
          .filteredOn(run -> run.parent().equals(Optional.of(sweep.id())))
          .hasSize(6)
          .allSatisfy(
              run -> {
                assertThat(run.status()).isEqualTo("FINISHED");
                assertThat(run.metrics()).containsKeys("r2", "mae_usd", "seconds");
                assertThat(run.params()).containsKey("family");
              });
      String winner = String.valueOf(sweep.params().get("winner"));
      assertThat(run("models").out()).containsPattern("3 .*" + winner + " .*champion");
    }
  }

  @Test
  @Order(5)
  void a_folder_kept_while_the_registry_was_away_is_registered_later() {
    Terminal kept =
        run(
            "train",
            "--family",
            "linear",
            "--data",
            Terminal.collection(),
            "--mlflow",
            "http://127.0.0.1:9");
    String folder = kept.err().strip().replaceFirst("(?s).*models register ", "");

    Terminal registered = run("models", "register", folder);

    assertThat(registered.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    assertThat(registered.out()).contains("Version 4 is registered as challenger");
    assertThat(run("models", "register", folder).out()).contains("Version 4 is registered");
  }

  @Test
  @Order(6)
  void a_person_decides_and_the_reason_is_kept() {
    Terminal missing = run("promote", "77", "--reason", "why not");
    assertThat(missing.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(missing.err()).contains("there is no version 77");

    assertThat(run("promote", "1", "--reason", "simpler to audit").exit()).isZero();

    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      assertThat(mlflow.registry().champion().orElseThrow())
          .returns("1", ModelVersion::version)
          .satisfies(
              champion ->
                  assertThat(champion.tags())
                      .containsEntry("promoted_because", "simpler to audit"));
    }
    assertThat(run("promote", "3", "--reason", "back to the trees").exit()).isZero();
  }

  @Test
  @Order(7)
  void going_back_is_going_back_to_the_champion_before_and_shows_what_changes() {
    String before = champion();
    run("promote", "2", "--reason", "a try");
    assertThat(champion()).isEqualTo("2");

    Terminal back = run("rollback", "--reason", "prices fell");

    assertThat(back.err()).isEmpty();
    assertThat(back.exit()).isEqualTo(ExitCode.DONE);
    assertThat(champion()).isEqualTo(before);
    assertThat(back.out())
        .contains("Version " + before + " is the champion.")
        .containsPattern("mae_usd +[0-9.]+ +[0-9.]+ +[+-][0-9.]+");
    assertThat(run("models").out())
        .containsPattern("(?m)^%s .* prices fell$".formatted(before))
        .containsPattern("(?m)^2 .* a try$");
  }

  @Test
  @Order(21)
  void a_version_that_learned_from_the_training_set_is_reproduced_byte_for_byte() {
    String newest;
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      newest = mlflow.registry().versions().getFirst().version();
    }

    Terminal again = run("train", "--reproduce", newest);
    Terminal wrong = run("train", "--reproduce", newest, "--seed", "7");

    assertThat(again.err()).isEmpty();
    assertThat(again.out())
        .contains(
            "Version %s is reproduced: every file is the same, byte for byte.".formatted(newest));
    assertThat(again.exit()).isEqualTo(ExitCode.DONE);
    assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
  }

  private static String champion() {
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      return mlflow.registry().champion().orElseThrow().version();
    }
  }

  @Test
  @Order(8)
  void the_champion_values_and_is_evaluated_by_its_name() throws IOException {
    Path out = Files.createTempFile("valued", ".csv");

    Terminal valued =
        run("value", Terminal.collection(), "--model", "champion", "--out", out.toString());
    Terminal evaluated = run("evaluate", Terminal.collection(), "--model", "champion");

    assertThat(valued.exit()).as(valued.err()).isZero();
    assertThat(evaluated.exit()).isZero();
    try (Stream<String> lines = Files.lines(out)) {
      assertThat(lines).hasSize(5_001);
    }
    assertThat(evaluated.out()).contains("4986");
  }

  @Test
  @Order(10)
  void how_a_batch_differs_from_what_the_champion_has_learned_is_logged_beside_it()
      throws IOException {
    Path batch = LocalStack.checkout().resolve("datasets/diamonds/fresh/2026-09.csv");

    Terminal drift = run("drift", batch.toString(), "--model", "champion", "--json");

    assertThat(drift.err()).isEmpty();
    assertThat(drift.exit()).isEqualTo(ExitCode.DONE);
    JsonNode said = JsonMapper.shared().readTree(drift.out());
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      RunRecord run = mlflow.tracker().latest(1).getFirst();
      assertThat(run.name()).isEqualTo("drift 2026-09.csv");
      assertThat(run.status()).isEqualTo("FINISHED");
      assertThat(run.tags())
          .containsEntry("verdict", said.path("verdict").asString())
          .containsEntry("model_version", champion());
      assertThat(run.description()).isEqualTo(said.path("sentence").asString());
      assertThat(run.metrics())
          .containsEntry("psi/carat", said.at("/psi/carat/psi").asDouble())
          .containsEntry("price_shift/percent", said.at("/prices/shift_percent").asDouble());
      assertThat(mlflow.artifacts().list("1/" + run.id() + "/artifacts"))
          .contains("drift.html", "drift.json");
    }
  }

  @Test
  @Order(11)
  void a_server_that_logs_nothing_takes_nothing_from_the_answer() throws IOException {
    Path batch = LocalStack.checkout().resolve("datasets/diamonds/fresh/2026-09.csv");
    try (Misbehaving readOnly =
        new Misbehaving(Misbehaving.forbids("runs/create", STACK.mlflow()))) {
      Terminal drift =
          run(
              "drift",
              batch.toString(),
              "--model",
              "champion",
              "--mlflow",
              readOnly.uri().toString());

      assertThat(drift.exit()).isEqualTo(ExitCode.DONE);
      assertThat(drift.out()).contains("such as the model has learned from");
      assertThat(drift.err()).contains("is not logged there; all else is done");
    }
  }

  @Test
  @Order(9)
  void python_loads_the_champion_from_the_registry() throws IOException, InterruptedException {
    String python = LocalStack.facet("stack-python", "scoring").strip().lines().toList().getLast();
    ProcessBuilder load =
        new ProcessBuilder(
            python,
            "-c",
            """
            import mlflow
            from mlflow import MlflowClient

            model = mlflow.pyfunc.load_model("models:/facet@champion")
            print("estimate", model.predict(model.input_example).estimate[0])
            client = MlflowClient()
            run = client.get_run(client.get_model_version_by_alias("facet", "champion").run_id)
            print("dataset", run.inputs.dataset_inputs[0].dataset.name)
            print("model outputs", len(run.outputs.model_outputs))
            print("artifacts", sorted(item.path for item in client.list_artifacts(run.info.run_id)))
            """);
    load.environment().put("MLFLOW_TRACKING_URI", STACK.mlflow().toString());
    Process process = load.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .containsPattern("estimate [34][0-9]{3}\\.")
        .contains("dataset diamonds.csv")
        .contains("model outputs 1")
        .contains(
            "'model-card.md', 'price-list.csv', 'price-list.html', 'price-list.pdf', 'training'");
  }

  @Test
  @Order(20)
  void files_that_arrive_in_blob_storage_are_taken_once_and_become_a_version() {
    ObjectStore incoming =
        Storages.of(Map.of())
            .withEmulator(STACK.blob())
            .at("wasb://incoming@devstoreaccount1.blob.core.windows.net")
            .files();
    Path diamonds = LocalStack.checkout().resolve("datasets/diamonds");
    incoming.put("2026-09.csv", diamonds.resolve("fresh/2026-09.csv"));
    incoming.put("rupees.csv", diamonds.resolve("damaged/prices-in-rupees.csv"));

    Terminal rehearsed = pipeline("--dry-run");
    Terminal ran = pipeline();
    Terminal again = pipeline();

    assertThat(rehearsed.err()).isEmpty();
    assertThat(rehearsed.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    assertThat(rehearsed.out()).contains("The new model would be challenger");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.GATE_REFUSED);
    assertThat(ran.out())
        .containsPattern("2026-09.csv +accepted +1,000 ")
        .containsPattern("rupees.csv +REFUSED ")
        .containsPattern("Version \\d+ is challenger");
    assertThat(ran.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(again.exit()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("Nothing new to learn");
    assertThat(incoming.filesIn("")).isEmpty();
    assertThat(incoming.list("accepted")).anyMatch(path -> path.endsWith("/drift.html"));
    assertThat(incoming.list("quarantine")).anyMatch(path -> path.endsWith("/rupees.csv"));
    try (Mlflow mlflow = Mlflow.at(STACK.mlflow())) {
      List<RunRecord> runs = mlflow.tracker().latest(8);
      RunRecord whole = runs.getLast();
      assertThat(whole.name()).isEqualTo("pipeline");
      assertThat(whole.tags()).containsEntry("verdict", "challenger");
      assertThat(whole.description())
          .contains("Not promoted: it misses")
          .contains("| rupees.csv | **refused** | 200 | 0 | 200 |")
          .contains("| judge and register | ");
      assertThat(runs).allSatisfy(run -> assertThat(run.status()).isEqualTo("FINISHED"));
      assertThat(runs.stream().filter(run -> run.parent().equals(Optional.of(whole.id()))))
          .hasSize(6);
      assertThat(named("drift 2026-09.csv", runs).parent()).contains(named("check", runs).id());
    }
  }

  private static RunRecord named(String name, List<RunRecord> runs) {
    return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
  }

  private static Terminal pipeline(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("pipeline", "--incoming", "azurite", "--family", "linear", "--quiet", "0"));
    arguments.addAll(List.of("--base", Terminal.collection()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Terminal run(String... arguments) {
    return Terminal.run(STACK.home(), arguments);
  }
}
