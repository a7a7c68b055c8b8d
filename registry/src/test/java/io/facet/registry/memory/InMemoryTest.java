package io.facet.registry.memory;

import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.artifacts.ArtifactStoreContract;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelRegistryContract;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.RunTrackerContract;

class InMemoryTest implements ArtifactStoreContract, RunTrackerContract, ModelRegistryContract {

  private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
  private final InMemoryRunTracker tracker = new InMemoryRunTracker(artifacts);
  private final InMemoryModelRegistry registry = new InMemoryModelRegistry(tracker, artifacts);

  @Override
  public ArtifactStore artifacts() {
    return artifacts;
  }

  @Override
  public String folder() {
    return "folder";
  }

  @Override
  public RunTracker tracker() {
    return tracker;
  }

  @Override
  public ModelRegistry registry() {
    return registry;
  }
}
