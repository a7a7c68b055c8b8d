package io.facet.service.models;

import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.PromotionLog;
import java.util.List;
import java.util.Optional;
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

  /** Who became champion there when, by whom and why; blocks and throws likewise. */
  PromotionLog promotions();

  /**
   * The price list that {@code version} brings; empty where it brings none. Fetches the whole
   * model, blocks, and throws likewise, or an {@link
   * io.facet.registry.folder.UnusableFolderException}.
   */
  Optional<PriceListFiles> priceList(ModelVersion version);
}
