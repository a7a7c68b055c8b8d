package io.facet.service.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long the database takes, as metrics. */
final class StoreMeters {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Calls reads;
  private final Calls writes;
  private final Timer commits;

  StoreMeters(MeterRegistry meters) {
    this.reads = Calls.of("read", meters);
    this.writes = Calls.of("write", meters);
    this.commits =
        Timer.builder("facet.store.commit")
            .description("One transaction that keeps what many requests have brought")
            .serviceLevelObjectives(BOUNDS)
            .register(meters);
  }

  /** Work of one kind. */
  record Calls(Timer ok, Timer failed) {

    private static Calls of(String operation, MeterRegistry meters) {
      return new Calls(timer(operation, "ok", meters), timer(operation, "failed", meters));
    }

    private static Timer timer(String operation, String outcome, MeterRegistry meters) {
      return Timer.builder("facet.store.calls")
          .description("Work that the database was asked to do")
          .tag("operation", operation)
          .tag("outcome", outcome)
          .serviceLevelObjectives(BOUNDS)
          .register(meters);
    }
  }

  Calls reads() {
    return reads;
  }

  Calls writes() {
    return writes;
  }

  Timer commits() {
    return commits;
  }
}
