package io.facet.registry.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import io.facet.registry.Azurite;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks past MLflow: the bytes lie in Azure Blob Storage, where the owner wants them. */
class BlobStorageTest {

  @Test
  void what_a_run_logs_lies_in_the_container_of_mlflow(@TempDir Path local) throws IOException {
    Path plot = Files.writeString(local.resolve("plot.png"), "pixels");
    Path folder = Files.createDirectory(local.resolve("model"));
    Files.writeString(folder.resolve("model.facet"), "native bytes");
    try (Mlflow mlflow = Mlflow.at(RealMlflow.SERVER)) {
      Run run = mlflow.tracker().start("blobs", Map.of(), Optional.empty());
      run.artifact("plots/plot.png", plot);
      LoggedModel model = run.model("facet", folder, Map.of(), Map.of());

      BlobContainerClient container = Azurite.container("mlflow");

      assertThat(container.listBlobs().stream().map(BlobItem::getName))
          .anyMatch(name -> name.endsWith(run.id() + "/artifacts/plots/plot.png"))
          .anyMatch(name -> name.endsWith(model.id() + "/artifacts/model.facet"));
      String blob =
          container.listBlobs().stream()
              .map(BlobItem::getName)
              .filter(name -> name.endsWith(model.id() + "/artifacts/model.facet"))
              .findFirst()
              .orElseThrow();
      assertThat(container.getBlobClient(blob).downloadContent()).hasToString("native bytes");
    }
  }
}
