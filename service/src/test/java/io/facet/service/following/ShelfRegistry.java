package io.facet.service.following;

import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.Promotion;
import io.facet.registry.models.PromotionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Model folders on a shelf, of which one is the champion; somebody may lock the room. */
public final class ShelfRegistry implements ModelRegistry {

  private final Path shelf;
  private final AtomicInteger downloads = new AtomicInteger();
  private volatile Optional<ModelVersion> champion = Optional.empty();
  private final Deque<ModelVersion> versions = new ConcurrentLinkedDeque<>();
  private final List<Promotion> promotions = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  public ShelfRegistry(Path shelf) {
    this.shelf = shelf;
  }

  /** Puts a model of run {@code run} on the shelf and makes it champion. */
  public void crown(String version, String run, double usdPerCarat) {
    TestModel.write(shelf.resolve(version), usdPerCarat);
    crown(version(version, run));
  }

  /** The same with a model that brings {@code priceList} as well. */
  public void crown(String version, String run, String priceList) {
    try {
      Path folder = TestModel.write(shelf.resolve(version), 6000, TestModel.collection(10));
      Files.writeString(folder.resolve("price-list.csv"), priceList);
      ModelFolder.seal(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    crown(version(version, run));
  }

  /** Gives the crown back to a version that had it before. */
  public void crownAgain(String version) {
    crown(versions.stream().filter(one -> one.version().equals(version)).findFirst().orElseThrow());
  }

  private void crown(ModelVersion crowned) {
    promotions.add(
        new Promotion(
            crowned.version(),
            champion.map(ModelVersion::version),
            Instant.EPOCH.plusSeconds(promotions.size()),
            "Ada",
            "better than the one before " + crowned.version()));
    versions.remove(crowned);
    versions.addFirst(crowned);
    champion = Optional.of(crowned);
  }

  /** Puts a model of run {@code run} on the shelf and makes it challenger. */
  public void challenge(String version, String run, double usdPerCarat) {
    TestModel.write(shelf.resolve(version), usdPerCarat);
    versions.addFirst(
        new ModelVersion(
            version,
            run,
            Instant.EPOCH,
            Set.of(CHALLENGER),
            ModelVersion.ARCHIVED,
            Map.of(),
            Map.of()));
  }

  /** Puts a challenger on the shelf that was damaged on its way. */
  public void challengeDamaged(String version) {
    challenge(version, "run" + version, 1000);
    damage(version);
  }

  /** Nobody challenges the champion any more. */
  public void withdraw() {
    versions.removeIf(version -> version.aliases().contains(CHALLENGER));
  }

  /** Makes a model champion that was damaged on its way. */
  public void crownDamaged(String version) {
    crown(version, "run" + version, 1000);
    damage(version);
  }

  private void damage(String version) {
    try {
      Files.write(shelf.resolve(version).resolve("model.facet"), new byte[] {1, 2, 3});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  public int downloads() {
    return downloads.get();
  }

  @Override
  public Optional<ModelVersion> champion() {
    answer();
    return champion;
  }

  @Override
  public void download(String version, Path target) {
    answer();
    downloads.incrementAndGet();
    try (Stream<Path> files = Files.list(shelf.resolve(version))) {
      Files.createDirectories(target);
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer() {
    if (away) {
      throw new RegistryUnavailableException("connection refused", null);
    }
  }

  private ModelVersion asOfNow(ModelVersion version) {
    return version.aliases().contains(CHALLENGER) || champion.filter(version::equals).isPresent()
        ? version
        : new ModelVersion(
            version.version(),
            version.runId(),
            version.createdAt(),
            Set.of(),
            ModelVersion.ARCHIVED,
            version.metrics(),
            version.tags());
  }

  private static ModelVersion version(String version, String run) {
    return new ModelVersion(
        version,
        run,
        Instant.EPOCH,
        Set.of(CHAMPION),
        ModelVersion.PRODUCTION,
        Map.of("mae_usd", 400.),
        Map.of("family", "linear", "trained_at", "2026-11-19T08:00:00Z"));
  }

  @Override
  public PromotionLog promotions() {
    answer();
    return new PromotionLog(promotions);
  }

  @Override
  public Optional<ModelVersion> version(String version) {
    throw new UnsupportedOperationException("the service only follows");
  }

  @Override
  public List<ModelVersion> versions() {
    answer();
    return versions.stream().map(this::asOfNow).toList();
  }

  @Override
  public ModelVersion register(LoggedModel model, Map<String, String> tags) {
    throw new UnsupportedOperationException("the service only follows");
  }

  @Override
  public void challenge(String version) {
    throw new UnsupportedOperationException("the service only follows");
  }

  @Override
  public void promote(String version, String by, String reason) {
    throw new UnsupportedOperationException("the service only follows");
  }

  @Override
  public void settle() {
    throw new UnsupportedOperationException("the service only follows");
  }
}
