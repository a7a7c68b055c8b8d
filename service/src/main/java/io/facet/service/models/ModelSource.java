package io.facet.service.models;

import io.facet.registry.models.ModelVersion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;

/** Where the served model comes from. */
public interface ModelSource extends SmartLifecycle {

  /** Looks now whether there is another model; completes once that has been dealt with. */
  CompletableFuture<Void> lookNow();

  /**
   * All versions that are known there, the newest first; empty where there is no registry. Blocks,
   * and may throw a {@link io.facet.registry.RegistryException}.
   */
  List<ModelVersion> versions();
}
