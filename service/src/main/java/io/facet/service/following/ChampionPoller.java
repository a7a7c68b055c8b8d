package io.facet.service.following;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Scratch;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.PromotionLog;
import io.facet.service.models.ModelSource;
import io.facet.service.models.PriceListFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the follower look again and again, on a thread of its own, away from requests. */
final class ChampionPoller implements ModelSource {

  private static final Logger log = LoggerFactory.getLogger(ChampionPoller.class);

  private final ModelRegistry registry;
  private final ChampionFollower follower;
  private final Polling polling;
  private final Thread thread =
      Thread.ofPlatform().name("champion-poller").daemon().unstarted(this::poll);

  /** Those who want it to look now. */
  private final BlockingQueue<CompletableFuture<Void>> impatient = new LinkedBlockingQueue<>();

  ChampionPoller(ModelRegistry registry, ChampionFollower follower, Polling polling) {
    this.registry = registry;
    this.follower = follower;
    this.polling = polling;
  }

  private void poll() {
    follower.serveLastGood();
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        impatient.drainTo(waiting);
        failures = look() ? 0 : failures + 1;
        waiting.forEach(asked -> asked.complete(null));
        awaitNextLook(polling.pause(failures));
      }
    } catch (InterruptedException e) {
      log.debug("The service stops, and so does following");
    }
  }

  private void awaitNextLook(Duration pause) throws InterruptedException {
    CompletableFuture<Void> asked = impatient.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
    if (asked != null) {
      impatient.add(asked);
    }
  }

  @Override
  public CompletableFuture<Void> lookNow() {
    CompletableFuture<Void> looked = new CompletableFuture<>();
    impatient.add(looked);
    return looked;
  }

  @Override
  public List<ModelVersion> versions() {
    return registry.versions();
  }

  @Override
  public PromotionLog promotions() {
    return registry.promotions();
  }

  @Override
  public Optional<PriceListFiles> priceList(ModelVersion version) {
    try (Scratch download = Scratch.open()) {
      Path folder = download.resolve("model");
      registry.download(version.version(), folder);
      return PriceListFiles.of(ModelFolder.open(folder));
    }
  }

  private boolean look() {
    try {
      return follower.look();
    } catch (RuntimeException e) {
      log.error("Looking for the champion failed", e);
      return false;
    }
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
