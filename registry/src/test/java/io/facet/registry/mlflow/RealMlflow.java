package io.facet.registry.mlflow;

import io.facet.registry.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The MLflow of the local stack, with the means to put it into a certain state. */
public final class RealMlflow {

  static final URI SERVER = LocalStack.running().mlflow();

  private RealMlflow() {}

  /** Deletes the registered model and all its versions. */
  public static void forgetModels() {
    try (Rest rest = rest()) {
      if (rest.find("registered-models/get", Map.of("name", "facet")).isPresent()) {
        rest.delete("registered-models/delete", Map.of("name", "facet"));
      }
    }
  }

  static Rest rest() {
    return new Rest(SERVER, Duration.ofSeconds(5), Duration.ofSeconds(60));
  }
}
