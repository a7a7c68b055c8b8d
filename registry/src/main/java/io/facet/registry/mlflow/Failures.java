package io.facet.registry.mlflow;

import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong with MLflow, in words that say where and what to do. */
final class Failures {

  private Failures() {}

  static RegistryException unavailable(URI server, Throwable cause) {
    return new RegistryUnavailableException(
        "MLflow at %s doesn't answer (%s): ./facet status tells what runs, ./facet up starts what doesn't"
            .formatted(server, deepest(cause)),
        cause);
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
  }

  static RegistryException notMlflow(URI server, @Nullable Throwable cause) {
    return new RegistryRefusedException(
        "What answers at " + server + " is not MLflow: its answer can't be read", cause);
  }

  static RegistryException missing(String field, JsonNode answer) {
    return new RegistryRefusedException(
        "MLflow's answer lacks " + field + ": " + shortened(answer.toString()), null);
  }

  /** An answer with a status that says no. */
  static RegistryException answered(URI server, int status, String body) {
    String message =
        "MLflow at %s answers %d: %s".formatted(server, status, shortened(message(body)));
    return status >= 500 || status == 429
        ? new RegistryUnavailableException(message, null)
        : new RegistryRefusedException(message, null);
  }

  private static String message(String body) {
    try {
      JsonNode answer = JsonMapper.shared().readTree(body);
      if (answer.has("message")) {
        return answer.path("error_code").asString("") + " " + answer.path("message").asString("");
      }
    } catch (JacksonException e) {
      return body;
    }
    return body;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
