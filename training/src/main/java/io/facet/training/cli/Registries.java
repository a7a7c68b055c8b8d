package io.facet.training.cli;

import io.facet.registry.folder.Folders;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.RunTracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry that a command talks to, and the models that lie in it. */
final class Registries {

  private final Home home;

  Registries(Home home) {
    this.home = home;
  }

  /** Opens the registry at {@code given}, or else that of this home's stack. */
  Open open(@Nullable URI given) {
    URI server =
        Optional.ofNullable(given)
            .or(home::mlflow)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "no MLflow known: ./facet up starts one, --mlflow URI names another"));
    return new Open(Mlflow.at(server), server);
  }

  /** A version and its model. */
  record Champion(ModelVersion version, ModelFolder folder) {}

  /** The champion of {@code open}, downloaded unless this home has it already. */
  Champion champion(Open open) {
    ModelVersion champion =
        open.registry()
            .champion()
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "there is no champion yet: ./facet train --data FILE makes one"));
    // With its run, because a registry made anew counts its versions from 1 again.
    Path folder =
        home.cache().resolve(open.name()).resolve(champion.version() + "-" + champion.runId());
    return new Champion(
        champion,
        cached(folder)
            .orElseGet(
                () -> {
                  open.registry().download(champion.version(), folder);
                  return ModelFolder.open(folder);
                }));
  }

  /** The model of {@code version}, downloaded into the new folder {@code target}. */
  ModelFolder version(Open open, String version, Path target) {
    if (open.registry().version(version).isEmpty()) {
      throw new CommandFailedException(
          "there is no version " + version + ": ./facet models lists them");
    }
    open.registry().download(version, target);
    return ModelFolder.open(target);
  }

  /** Where this home keeps reports. */
  Path reports() {
    return home.reports();
  }

  private static Optional<ModelFolder> cached(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelFolder.open(folder));
    } catch (UnusableFolderException e) {
      discard(folder);
      return Optional.empty();
    }
  }

  private static void discard(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A registry while a command uses it. */
  record Open(Mlflow mlflow, URI server) implements AutoCloseable {

    RunTracker tracker() {
      return mlflow.tracker();
    }

    ModelRegistry registry() {
      return mlflow.registry();
    }

    /** The server as a folder name. */
    String name() {
      return server.getAuthority().replaceAll("[^A-Za-z0-9.-]", "_");
    }

    @Override
    public void close() {
      mlflow.close();
    }
  }
}
