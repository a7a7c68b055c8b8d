package io.facet.training.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The folder of one local stack.
 *
 * @param folder {@code FACET_HOME}, or {@code .facet} here
 */
record Home(Path folder) {

  static Home of(Map<String, String> environment) {
    return new Home(Path.of(environment.getOrDefault("FACET_HOME", ".facet")).toAbsolutePath());
  }

  /** Where MLflow of this stack listens, if it runs. */
  Optional<URI> mlflow() {
    return part("mlflow");
  }

  /** The Blob account of this stack's Azurite, if it runs. */
  Optional<URI> blob() {
    return part("blob");
  }

  /** Where the service of this stack listens, if it runs. */
  Optional<URI> service() {
    return part("service");
  }

  /** A key of the first start. */
  Path key(String name) {
    return folder.resolve("keys").resolve(name);
  }

  /** Where trained models are kept, so that none is lost when the registry is away. */
  Path models() {
    return folder.resolve("models");
  }

  /** Where downloaded versions are kept. */
  Path cache() {
    return folder.resolve("cache");
  }

  /** Where reports are kept. */
  Path reports() {
    return folder.resolve("reports");
  }

  private Optional<URI> part(String name) {
    Path file = folder.resolve("stack.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(properties.getProperty(name)).map(URI::create);
  }
}
