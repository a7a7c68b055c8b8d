package io.facet.service.models;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready means: there is a model. A registry that is away is told, and doesn't make it unready. */
final class ModelHealth implements HealthIndicator {

  private final CurrentModel current;

  ModelHealth(CurrentModel current) {
    this.current = current;
  }

  @Override
  public Health health() {
    Health.Builder health =
        current
            .served()
            .map(
                model ->
                    Health.up()
                        .withDetail("version", model.version())
                        .withDetail("source", model.source().label())
                        .withDetail("served_since", model.since().toString()))
            .orElseGet(Health::outOfService);
    current.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
    return health.build();
  }
}
