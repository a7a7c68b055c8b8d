package io.facet.service.following;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves whatever the registry calls champion. A new one is fetched, checked and warmed up while
 * the old one serves on; one that is no good never gets that far. Used by one thread at a time.
 */
final class ChampionFollower {

  private static final Logger log = LoggerFactory.getLogger(ChampionFollower.class);

  private final ModelRegistry registry;
  private final ModelCache cache;
  private final CurrentModel current;
  private final LookMeters meters;
  private ModelCache.@Nullable Copy served;
  private String lastComplaint = "";

  ChampionFollower(
      ModelRegistry registry, ModelCache cache, CurrentModel current, LookMeters meters) {
    this.registry = registry;
    this.cache = cache;
    this.current = current;
    this.meters = meters;
  }

  /** Serves the last good copy, so that a start doesn't depend on anybody. */
  void serveLastGood() {
    try {
      cache.lastGood().ifPresent(copy -> serve(copy, Source.CACHE));
    } catch (RuntimeException e) {
      log.warn("The local copy of the model can't be used: {}", e.getMessage());
    }
  }

  /** Looks once. True when the champion, or that there is none, is known and served. */
  boolean look() {
    try {
      Optional<ModelVersion> champion = registry.champion();
      meters.answered();
      if (champion.isPresent()) {
        return follow(champion.get());
      }
      complain("The registry has no champion", "The registry has no champion.");
      return true;
    } catch (RegistryException e) {
      meters.unreachable();
      complain("The registry is away: " + e.getMessage(), "The registry is away.");
      return false;
    }
  }

  private boolean follow(ModelVersion champion) {
    ModelCache.Copy copy = cache.of(champion);
    if (copy.equals(served)) {
      confirm();
    } else if (!fetchAndServe(champion, copy)) {
      return false;
    }
    recovered();
    return true;
  }

  private boolean fetchAndServe(ModelVersion champion, ModelCache.Copy copy) {
    try {
      if (!Files.isDirectory(copy.path())) {
        registry.download(champion.version(), copy.path());
      }
      serve(copy, Source.REGISTRY);
      meters.swapped();
    } catch (RegistryException e) {
      throw e;
    } catch (RuntimeException e) {
      meters.refused();
      cache.drop(copy);
      String refused = "Version %s can't be used".formatted(champion.version());
      complain(refused + ": " + e.getMessage(), refused + "; our log says why.");
      return false;
    }
    keep(copy);
    return true;
  }

  private void keep(ModelCache.Copy copy) {
    try {
      cache.keep(copy);
    } catch (UncheckedIOException e) {
      log.warn("A start without the registry won't find this version: {}", e.getMessage());
    }
  }

  private void serve(ModelCache.Copy copy, Source source) {
    ServedModel model = open(copy.version(), copy.path(), source);
    String before = current.served().map(ServedModel::version).orElse("none");
    current.serve(model);
    served = copy;
    log.info(
        "Serving version {} from the {}, before: {}",
        model.version(),
        source == Source.CACHE ? "local copy" : "registry",
        before);
  }

  static ServedModel open(String version, Path path, Source source) {
    ModelFolder folder = ModelFolder.open(path);
    ServedModel model = ServedModel.of(version, folder, source);
    WarmUp.run(model);
    return model;
  }

  private void confirm() {
    current
        .served()
        .filter(model -> model.source() == Source.CACHE)
        .ifPresent(
            model -> {
              current.serve(model.from(Source.REGISTRY));
              log.info("The registry confirms version {}", model.version());
            });
  }

  /** Says it once to the log, and to callers for as long as it lasts. */
  private void complain(String toLog, String toCallers) {
    if (!toLog.equals(lastComplaint)) {
      String serving =
          current.served().map(model -> "version " + model.version() + " serves on").orElse("");
      log.warn("{}{}", toLog, serving.isEmpty() ? "; no model is served" : "; " + serving);
      lastComplaint = toLog;
    }
    current.trouble(toCallers);
  }

  private void recovered() {
    if (!lastComplaint.isEmpty()) {
      log.info("Following the registry again");
      lastComplaint = "";
    }
    current.noTrouble();
  }
}
