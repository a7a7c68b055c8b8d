package io.facet.service.keys;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Unready until the store was asked for the keys once: else good keys would be turned away. */
final class KeyHealth implements HealthIndicator {

  private final KeyWatch watch;

  KeyHealth(KeyWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.hasLooked()
        ? Health.up().build()
        : Health.outOfService().withDetail("trouble", "The keys are being read.").build();
  }
}
