package io.facet.service.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The units that this process has brought to the store, as metrics. */
final class BilledUnits {

  private final MeterRegistry meters;

  BilledUnits(MeterRegistry meters) {
    this.meters = meters;
    // What is sold is there from the beginning, so that its first unit is seen as a rise.
    counter("POST /v1/estimates", Outcome.OK);
    counter("POST /v1/valuations", Outcome.OK);
  }

  void add(Use use) {
    counter(use.slot().operation(), use.slot().outcome()).increment((double) use.units());
  }

  private Counter counter(String operation, Outcome outcome) {
    return Counter.builder("facet.usage")
        .description("Units taken from the quotas of all keys, as stored")
        .tag("operation", operation)
        .tag("outcome", outcome.label())
        .register(meters);
  }
}
