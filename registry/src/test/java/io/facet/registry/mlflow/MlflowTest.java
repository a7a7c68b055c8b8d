package io.facet.registry.mlflow;

import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.artifacts.ArtifactStoreContract;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelRegistryContract;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.RunTrackerContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** The ports on a real MLflow whose artifacts lie in real Blob storage. */
class MlflowTest implements ArtifactStoreContract, RunTrackerContract, ModelRegistryContract {

  private static final Mlflow MLFLOW = Mlflow.at(RealMlflow.SERVER);

  private final String folder = "contract/" + UUID.randomUUID();

  @BeforeEach
  void empty() {
    RealMlflow.forgetModels();
  }

  @AfterAll
  static void close() {
    MLFLOW.close();
  }

  @Override
  public ArtifactStore artifacts() {
    return MLFLOW.artifacts();
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public RunTracker tracker() {
    return MLFLOW.tracker();
  }

  @Override
  public ModelRegistry registry() {
    return MLFLOW.registry();
  }
}
