package io.facet.training.pipeline;

import io.facet.training.drift.DriftReport;
import io.facet.training.quality.Inspection;
import java.util.Optional;

/**
 * What became of one file that arrived.
 *
 * @param name it came with
 * @param receipt of its content
 * @param inspection empty where its content had been looked at before
 * @param drift from what the champion has learned; empty where there is no profile to compare with
 */
public record Received(
    String name, Receipt receipt, Optional<Inspection> inspection, Optional<DriftReport> drift) {

  /** Whether the same content has come before. */
  public boolean cameBefore() {
    return inspection.isEmpty();
  }
}
