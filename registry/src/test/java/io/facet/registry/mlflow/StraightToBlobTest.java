package io.facet.registry.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import io.facet.registry.Azurite;
import io.facet.registry.LocalStack;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelRegistryContract;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.RunTrackerContract;
import io.facet.registry.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MLflow with an experiment whose artifacts lie in Blob storage, past its proxy. */
class StraightToBlobTest implements RunTrackerContract, ModelRegistryContract {

  private static final BlobContainerClient CONTAINER = Azurite.container("straight");

  private static final Mlflow MLFLOW =
      Mlflow.at(RealMlflow.SERVER, Storages.of(Map.of()).withEmulator(LocalStack.running().blob()));

  private final String experiment = "straight-" + UUID.randomUUID();

  @BeforeEach
  void an_experiment_in_blob_storage() {
    RealMlflow.forgetModels();
    try (Rest rest = RealMlflow.rest()) {
      rest.post(
          "experiments/create",
          Map.of(
              "name",
              experiment,
              "artifact_location",
              Azurite.address("straight", "Don Francesco/" + experiment)));
    }
  }

  @AfterAll
  static void close() {
    MLFLOW.close();
  }

  @Override
  public RunTracker tracker() {
    return MLFLOW.tracker(experiment);
  }

  @Override
  public ModelRegistry registry() {
    return MLFLOW.registry();
  }

  @Test
  void what_a_run_logs_lies_where_the_experiment_says(@TempDir Path local) throws IOException {
    Path folder = Files.createDirectories(local.resolve("model/code"));
    Files.writeString(local.resolve("model/model.facet"), "native bytes");
    Files.writeString(folder.resolve("facet.py"), "pass");
    Run run = tracker().start("straight", Map.of(), Optional.empty());
    run.artifact("plots/plot.png", Files.writeString(local.resolve("plot.png"), "pixels"));

    LoggedModel model = run.model("facet", local.resolve("model"), Map.of(), Map.of());

    String place = "Don Francesco/" + experiment + "/";
    assertThat(blobs(place))
        .containsExactlyInAnyOrder(
            place + run.id() + "/artifacts/plots/plot.png",
            place + "models/" + model.id() + "/artifacts/code/facet.py",
            place + "models/" + model.id() + "/artifacts/model.facet");
    assertThat(blobs(place + run.id() + "/artifacts/plots/plot.png"))
        .allSatisfy(
            name ->
                assertThat(CONTAINER.getBlobClient(name).downloadContent()).hasToString("pixels"));
  }

  @Test
  void a_champion_that_lies_there_is_read_back_by_whoever_may_open_the_account(@TempDir Path local)
      throws IOException {
    Files.writeString(Files.createDirectory(local.resolve("model")).resolve("model.facet"), "one");
    Run run = tracker().start("straight", Map.of(), Optional.empty());
    LoggedModel model = run.model("facet", local.resolve("model"), Map.of(), Map.of());
    ModelVersion version = registry().register(model, Map.of());
    registry().promote(version.version(), "Ada", "first");
    Storages byConnectionString = Storages.of(Azurite.environment());
    try (Mlflow another = Mlflow.at(RealMlflow.SERVER, byConnectionString)) {
      ModelVersion champion = another.registry().champion().orElseThrow();
      another.registry().download(champion.version(), local.resolve("down"));
    }

    assertThat(local.resolve("down/model.facet")).hasContent("one");
  }

  @Test
  void mlflow_itself_finds_them_there(@TempDir Path local) throws IOException {
    Run run = tracker().start("straight", Map.of(), Optional.empty());
    run.artifact("plot.png", Files.writeString(local.resolve("plot.png"), "pixels"));

    try (Rest rest = RealMlflow.rest()) {
      assertThat(rest.get("artifacts/list", Map.of("run_id", run.id())).path("files").toString())
          .contains("\"plot.png\"");
    }
  }

  private static List<String> blobs(String place) {
    return CONTAINER.listBlobs().stream()
        .map(BlobItem::getName)
        .filter(name -> name.startsWith(place))
        .toList();
  }
}
