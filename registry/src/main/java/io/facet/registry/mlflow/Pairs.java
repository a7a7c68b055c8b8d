package io.facet.registry.mlflow;

import java.util.List;
import java.util.Map;

/** Maps as MLflow wants them: lists of {@code {"key": …, "value": …}}. */
final class Pairs {

  // MLflow 3.17 takes parameters of up to 6,000 characters and tags of up to 8,000.
  private static final int LONGEST = 5_000;

  private Pairs() {}

  static List<Map<String, String>> of(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> Map.of("key", entry.getKey(), "value", shortened(entry.getValue())))
        .toList();
  }

  static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }
}
