package io.facet.service.following;

import io.facet.service.settings.Variables;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the model comes from.
 *
 * @param origin a registry or a folder
 * @param cache folder of the last good copies
 * @param poll how often the registry is asked which model is the champion
 */
public record ModelSettings(Origin origin, Path cache, Duration poll) {

  /** One of two places. */
  public sealed interface Origin {

    /** The champion of the registry there, wherever it moves. */
    record Registry(URI uri) implements Origin {}

    /** The model in this folder, without any registry. */
    record Folder(Path path) implements Origin {}
  }

  /** Where the registry is, if there is one. */
  public Optional<URI> registry() {
    return origin instanceof Origin.Registry registry
        ? Optional.of(registry.uri())
        : Optional.empty();
  }

  public static ModelSettings read(Variables variables, Path home) {
    Optional<URI> registry = variables.http("FACET_MLFLOW_URI");
    Optional<Path> folder = variables.path("FACET_MODEL");
    int poll = variables.integer("FACET_POLL_SECONDS", 1, 3600, 5);
    if (folder.isPresent() && registry.isPresent()) {
      variables.refuse(
          "FACET_MLFLOW_URI and FACET_MODEL are both set: the model comes from one place", () -> 0);
    } else if (folder.isEmpty()
        && registry.isEmpty()
        && variables.text("FACET_MLFLOW_URI").isEmpty()
        && variables.text("FACET_MODEL").isEmpty()) {
      variables.refuse(
          "Neither FACET_MLFLOW_URI (the registry to follow, such as http://127.0.0.1:5000) nor"
              + " FACET_MODEL (a model folder) is set: say where the model comes from",
          () -> 0);
    }
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(
            path ->
                variables.refuse("FACET_MODEL is " + path + ": there is no such folder", () -> 0));
    return new ModelSettings(
        folder
            .<Origin>map(Origin.Folder::new)
            .or(() -> registry.map(Origin.Registry::new))
            .orElseGet(() -> new Origin.Folder(home)),
        home.resolve("service/models"),
        Duration.ofSeconds(poll));
  }
}
