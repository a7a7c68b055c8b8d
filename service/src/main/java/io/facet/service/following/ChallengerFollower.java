package io.facet.service.following;

import io.facet.registry.RegistryException;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings whatever the registry calls challenger, for somebody who wants to compare it. */
public final class ChallengerFollower implements GoesRounds {

  private static final Logger log = LoggerFactory.getLogger(ChallengerFollower.class);

  private final ModelRegistry registry;
  private final ModelCache cache;
  private final Consumer<Optional<ServedModel>> whoWants;
  private final Rounds rounds;
  private ModelCache.@Nullable Copy known;

  /**
   * @param cache folder of copies
   * @param poll how often the registry is asked
   * @param whoWants is told each challenger, and when there is none any more
   */
  public ChallengerFollower(
      ModelRegistry registry, Path cache, Duration poll, Consumer<Optional<ServedModel>> whoWants) {
    this.registry = registry;
    this.cache = new ModelCache(cache);
    this.whoWants = whoWants;
    this.rounds = new Rounds("challenger-follower", poll, this::look, () -> {});
  }

  void look() {
    try {
      challenger().ifPresentOrElse(this::follow, this::none);
    } catch (RegistryException e) {
      log.debug("The challenger stays as it is while the registry is away", e);
    } catch (RuntimeException e) {
      log.warn("The challenger can't be compared: {}", e.getMessage());
    }
  }

  private Optional<ModelVersion> challenger() {
    return registry.versions().stream()
        .filter(version -> version.aliases().contains(ModelRegistry.CHALLENGER))
        .findFirst();
  }

  private void follow(ModelVersion challenger) {
    ModelCache.Copy copy = cache.of(challenger);
    if (copy.equals(known)) {
      return;
    }
    if (!Files.isDirectory(copy.path())) {
      registry.download(challenger.version(), copy.path());
    }
    // One that is no good is tried once, and the one before it is compared no more.
    known = copy;
    whoWants.accept(Optional.empty());
    whoWants.accept(
        Optional.of(ChampionFollower.open(copy.version(), copy.path(), Source.REGISTRY)));
    cache.keep(copy);
    log.info("Comparing the challenger, version {}, in the background", copy.version());
  }

  private void none() {
    if (known != null) {
      known = null;
      whoWants.accept(Optional.empty());
      log.info("There is no challenger any more");
    }
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
  }
}
