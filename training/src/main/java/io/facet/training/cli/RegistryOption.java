package io.facet.training.cli;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --mlflow}, for every command that talks to a registry. */
final class RegistryOption {

  private static final List<String> WEB = List.of("http", "https");

  @Option(
      names = "--mlflow",
      paramLabel = "URI",
      description = "the registry; that of this home's stack by default")
  private @Nullable URI server;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  Registries.Open open(Registries registries) {
    if (server != null
        && (!WEB.contains(String.valueOf(server.getScheme())) || server.getHost() == null)) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--mlflow needs an address such as http://127.0.0.1:5000, not " + server);
    }
    return registries.open(server);
  }
}
