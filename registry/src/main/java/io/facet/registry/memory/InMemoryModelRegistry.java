package io.facet.registry.memory;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactStore;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.models.Promotion;
import io.facet.registry.models.PromotionLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versions in memory; their files in the {@link ArtifactStore} that the tracker filled. */
public final class InMemoryModelRegistry implements ModelRegistry {

  private final InMemoryRunTracker tracker;
  private final ArtifactStore artifacts;
  private final List<Version> versions = new ArrayList<>();
  private final List<Promotion> promotions = new ArrayList<>();
  private final Map<String, Version> aliases = new HashMap<>();

  public InMemoryModelRegistry(InMemoryRunTracker tracker, ArtifactStore artifacts) {
    this.tracker = tracker;
    this.artifacts = artifacts;
  }

  @Override
  public synchronized ModelVersion register(LoggedModel model, Map<String, String> tags) {
    Version version = new Version(String.valueOf(versions.size() + 1), model, tags);
    versions.add(version);
    return read(version);
  }

  @Override
  public synchronized List<ModelVersion> versions() {
    return versions.reversed().stream().map(this::read).toList();
  }

  @Override
  public synchronized Optional<ModelVersion> version(String version) {
    return find(version).map(this::read);
  }

  @Override
  public synchronized Optional<ModelVersion> champion() {
    return Optional.ofNullable(aliases.get(CHAMPION)).map(this::read);
  }

  @Override
  public synchronized void challenge(String version) {
    Version challenger = existing(version);
    aliases.put(CHALLENGER, challenger);
    challenger.tags.put(CHALLENGED_AT, Instant.now().toString());
  }

  @Override
  public synchronized void promote(String version, String by, String reason) {
    Version promoted = existing(version);
    promoted.tags.put("promoted_by", by);
    promoted.tags.put("promoted_because", reason);
    Instant now = Instant.now();
    promoted.tags.put("promoted_at", now.toString());
    @Nullable Version former = aliases.put(CHAMPION, promoted);
    if (!promoted.equals(former)) {
      Optional<String> before = Optional.ofNullable(former).map(one -> one.number);
      promotions.add(new Promotion(version, before, now, by, reason));
    }
    if (former != null) {
      former.stage = ModelVersion.ARCHIVED;
    }
    promoted.stage = ModelVersion.PRODUCTION;
    aliases.remove(CHALLENGER, promoted);
  }

  /** Nothing can interrupt a promotion here. */
  @Override
  public void settle() {}

  @Override
  public synchronized PromotionLog promotions() {
    return new PromotionLog(promotions);
  }

  @Override
  public synchronized void download(String version, Path target) {
    artifacts.fetchFolder(InMemoryRunTracker.folder(existing(version).model), target);
  }

  private Version existing(String version) {
    return find(version)
        .orElseThrow(() -> new RegistryRefusedException("There is no version " + version, null));
  }

  private Optional<Version> find(String version) {
    return versions.stream().filter(known -> known.number.equals(version)).findFirst();
  }

  private ModelVersion read(Version version) {
    Set<String> names = new HashSet<>();
    aliases.forEach(
        (alias, named) -> {
          if (named.equals(version)) {
            names.add(alias);
          }
        });
    return new ModelVersion(
        version.number,
        version.model.runId(),
        version.createdAt,
        names,
        version.stage,
        tracker.metrics(version.model.runId()),
        version.tags);
  }

  private static final class Version {

    private final String number;
    private final LoggedModel model;
    private final Instant createdAt = Instant.now();
    private final Map<String, String> tags;
    private String stage = "None";

    Version(String number, LoggedModel model, Map<String, String> tags) {
      this.number = number;
      this.model = model;
      this.tags = new HashMap<>(tags);
    }
  }
}
