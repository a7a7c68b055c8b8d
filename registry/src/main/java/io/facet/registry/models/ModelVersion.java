package io.facet.registry.models;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One version of the registered model {@code facet}.
 *
 * @param version its number, such as {@code 7}
 * @param runId the run that made it
 * @param createdAt when it was registered
 * @param aliases such as {@code champion}
 * @param stage MLflow's older way to say it: {@code None}, {@code Production}, {@code Archived}
 * @param metrics of the run
 * @param tags of the version: provenance, who promoted it and why
 */
public record ModelVersion(
    String version,
    String runId,
    Instant createdAt,
    Set<String> aliases,
    String stage,
    Map<String, Double> metrics,
    Map<String, String> tags) {

  public static final String PRODUCTION = "Production";
  public static final String ARCHIVED = "Archived";

  public ModelVersion {
    aliases = Set.copyOf(aliases);
    metrics = Map.copyOf(metrics);
    tags = Map.copyOf(tags);
  }
}
