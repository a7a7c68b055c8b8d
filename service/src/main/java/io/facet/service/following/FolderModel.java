package io.facet.service.following;

import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.PromotionLog;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ModelSource;
import io.facet.service.models.PriceListFiles;
import io.facet.service.models.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the model of one folder for good. Without it there is nothing to start for. */
final class FolderModel implements ModelSource {

  private static final Logger log = LoggerFactory.getLogger(FolderModel.class);

  private final Path folder;
  private final CurrentModel current;
  private boolean running;

  FolderModel(Path folder, CurrentModel current) {
    this.folder = folder.toAbsolutePath().normalize();
    this.current = current;
  }

  @Override
  public void start() {
    String name = String.valueOf(folder.getFileName());
    current.serve(ChampionFollower.open(name, folder, Source.FOLDER));
    running = true;
    log.info("Serving the model in {}", folder);
  }

  /** There is nothing to look for: the folder was read for good. */
  @Override
  public CompletableFuture<Void> lookNow() {
    return CompletableFuture.allOf();
  }

  @Override
  public List<ModelVersion> versions() {
    return List.of();
  }

  @Override
  public PromotionLog promotions() {
    return new PromotionLog(List.of());
  }

  @Override
  public Optional<PriceListFiles> priceList(ModelVersion version) {
    return Optional.empty();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Before the web server, which starts later the higher the phase.
  @Override
  public int getPhase() {
    return 0;
  }
}
