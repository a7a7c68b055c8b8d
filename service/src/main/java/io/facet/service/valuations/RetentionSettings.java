package io.facet.service.valuations;

import io.facet.service.settings.Variables;
import java.time.Duration;
import java.util.Optional;

/**
 * How long valuations are kept.
 *
 * @param kept empty for ever
 */
public record RetentionSettings(Optional<Duration> kept) {

  private static final int LONGEST = 36_500;

  public static RetentionSettings read(Variables variables) {
    return new RetentionSettings(
        variables
            .text("FACET_RETENTION_DAYS")
            .map(days -> variables.integer("FACET_RETENTION_DAYS", 1, LONGEST, LONGEST))
            .map(Duration::ofDays));
  }
}
