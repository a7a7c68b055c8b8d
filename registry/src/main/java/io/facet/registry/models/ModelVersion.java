package io.facet.registry.models;

import io.facet.registry.runs.Run;
import io.facet.registry.runs.Sample;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of the registered model {@code facet}.
 *
 * @param version its number, such as {@code 7}
 * @param runId the run that made it
 * @param createdAt when it was registered
 * @param aliases such as {@code champion}
 * @param stage MLflow's older way to say it: {@code None}, {@code Production}, {@code Archived}
 * @param metrics of the run, but for what it took of time and machine
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
    metrics =
        metrics.entrySet().stream()
            .filter(metric -> isOfTheModel(metric.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    tags = Map.copyOf(tags);
  }

  private static boolean isOfTheModel(String metric) {
    return !metric.startsWith(Sample.SYSTEM) && !metric.equals(Run.SECONDS);
  }
}
