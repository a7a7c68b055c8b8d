package io.facet.registry.runs;

import java.time.Instant;

/**
 * A metric at one moment of a run.
 *
 * @param metric its name
 * @param value its value
 * @param at when
 * @param step counts the moments of a metric
 */
public record Sample(String metric, double value, Instant at, long step) {

  /** How metrics of the machine begin; MLflow's page shows them together. */
  public static final String SYSTEM = "system/";
}
