package io.facet.training.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --mlflow}, for every command that talks to a registry. */
final class RegistryOption {

  @Option(
      names = "--mlflow",
      paramLabel = "URI",
      description = "the registry; that of this home's stack by default")
  private @Nullable URI server;

  Registries.Open open(Registries registries) {
    return registries.open(server);
  }
}
