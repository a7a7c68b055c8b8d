package io.facet.service.patience;

import io.facet.service.settings.Variables;
import java.time.Duration;

/**
 * How long callers are waited for.
 *
 * @param request to send a request, but for a batch, which may take as long as it likes
 * @param idle to send or take anything at all while a request is under way
 */
public record PatienceSettings(Duration request, Duration idle) {

  public static PatienceSettings read(Variables variables) {
    return new PatienceSettings(
        Duration.ofSeconds(variables.integer("FACET_REQUEST_SECONDS", 1, 3600, 30)),
        Duration.ofSeconds(variables.integer("FACET_IDLE_SECONDS", 1, 3600, 60)));
  }
}
