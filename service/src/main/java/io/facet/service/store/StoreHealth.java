package io.facet.service.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells that the store is away. That doesn't make the service unready: estimates need none. */
final class StoreHealth implements HealthIndicator {

  private static final Status AWAY = new Status("AWAY");

  private final Store store;

  StoreHealth(Store store) {
    this.store = store;
  }

  @Override
  public Health health() {
    return store
        .trouble()
        .map(trouble -> Health.status(AWAY).withDetail("trouble", trouble).build())
        .orElseGet(() -> Health.up().build());
  }
}
