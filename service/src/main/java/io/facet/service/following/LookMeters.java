package io.facet.service.following;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What became of looking for a champion, as metrics. */
final class LookMeters {

  private final Counter swapped;
  private final Counter refused;
  private final Counter unreachable;
  private volatile double reachable = Double.NaN;

  LookMeters(MeterRegistry meters) {
    this.swapped = reloads("swapped", meters);
    this.refused = reloads("refused", meters);
    this.unreachable = reloads("unreachable", meters);
    Gauge.builder("facet.registry.reachable", this, it -> it.reachable)
        .description("1 while the registry answers; NaN where none was asked yet")
        .register(meters);
  }

  private static Counter reloads(String outcome, MeterRegistry meters) {
    return Counter.builder("facet.model.reloads")
        .description("New models that were served or could not be used, looks that failed")
        .tag("outcome", outcome)
        .register(meters);
  }

  void answered() {
    reachable = 1;
  }

  void unreachable() {
    reachable = 0;
    unreachable.increment();
  }

  void swapped() {
    swapped.increment();
  }

  void refused() {
    refused.increment();
  }
}
