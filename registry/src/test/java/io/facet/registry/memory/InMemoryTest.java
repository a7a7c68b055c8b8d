package io.facet.registry.memory;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.ObjectStoreContract;
import io.facet.registry.leases.Leases;
import io.facet.registry.leases.LeasesContract;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelRegistryContract;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.RunTrackerContract;

class InMemoryTest
    implements ObjectStoreContract, RunTrackerContract, ModelRegistryContract, LeasesContract {

  private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
  private final InMemoryLeases leases = new InMemoryLeases();
  private final InMemoryRunTracker tracker = new InMemoryRunTracker(artifacts);
  private final InMemoryModelRegistry registry = new InMemoryModelRegistry(tracker, artifacts);

  @Override
  public ObjectStore artifacts() {
    return artifacts;
  }

  @Override
  public ObjectStore emptyStore() {
    return new InMemoryArtifactStore();
  }

  @Override
  public Leases leases() {
    return leases;
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
