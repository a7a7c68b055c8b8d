package io.facet.registry.mlflow;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads MLflow's answers, and says which field is missing when one is. */
final class Answer {

  private Answer() {}

  /** The text at {@code pointer}, such as {@code /run/info/run_id}. */
  static String text(JsonNode answer, String pointer) {
    JsonNode value = answer.at(pointer);
    if (!value.isValueNode() || value.isNull() || value.asString().isEmpty()) {
      throw Failures.missing(pointer, answer);
    }
    return value.asString();
  }

  /** A list of {@code {"key": …, "value": …}} as a map. */
  static Map<String, String> map(JsonNode list) {
    Map<String, String> map = new LinkedHashMap<>();
    list.forEach(
        entry -> map.put(entry.path("key").asString(""), entry.path("value").asString("")));
    return map;
  }

  /** The time in {@code text}, where it is one. */
  static Optional<Instant> instant(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Map<String, Double> numbers(JsonNode list) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    list.forEach(
        entry -> {
          JsonNode value = entry.path("value");
          if (value.isNumber()) {
            numbers.put(entry.path("key").asString(""), value.asDouble());
          }
        });
    return numbers;
  }
}
