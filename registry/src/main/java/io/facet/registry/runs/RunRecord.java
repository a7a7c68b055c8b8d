package io.facet.registry.runs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands in the tracker.
 *
 * @param description what it is about, in Markdown; empty where nobody has said
 */
public record RunRecord(
    String id,
    String name,
    Optional<String> parent,
    String description,
    String status,
    Instant startedAt,
    Map<String, String> params,
    Map<String, Double> metrics,
    Map<String, String> tags) {

  public RunRecord {
    params = Map.copyOf(params);
    metrics = Map.copyOf(metrics);
    tags = Map.copyOf(tags);
  }
}
