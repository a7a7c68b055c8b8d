package io.facet.service.models;

import io.facet.service.settings.Variables;
import java.net.URI;
import java.util.Optional;

/**
 * The pages of MLflow on which people read about runs.
 *
 * @param address where their browsers reach MLflow; empty where nobody said
 */
public record RunPages(Optional<URI> address) {

  static final RunPages NONE = new RunPages(Optional.empty());

  /**
   * Reads the setting.
   *
   * @param registry where the service itself reaches MLflow, if it does
   */
  public static RunPages read(Variables variables, Optional<URI> registry) {
    return new RunPages(variables.http("FACET_MLFLOW_UI").or(() -> registry));
  }

  /** The page of {@code run}; without whatever password is in the address. */
  Optional<URI> of(String run) {
    return address
        .filter(base -> run.matches("[A-Za-z0-9-]+"))
        .map(
            base ->
                URI.create(
                    "%s://%s%s/#/runs/%s"
                        .formatted(
                            base.getScheme(),
                            base.getPort() < 0
                                ? base.getHost()
                                : base.getHost() + ":" + base.getPort(),
                            base.getRawPath().replaceFirst("/+$", ""),
                            run)));
  }
}
