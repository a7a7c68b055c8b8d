package io.facet.service.following;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to look again: regularly, with jitter, and ever more rarely while looking fails. */
record Polling(Duration regular) {

  private static final Duration RAREST = Duration.ofSeconds(60);
  private static final double JITTER = .2;

  /** How long to wait after {@code failures} failures in a row. */
  Duration pause(int failures) {
    long regularly = regular.toMillis();
    long rarest = Math.max(RAREST.toMillis(), regularly);
    long pause = Math.min(rarest, regularly << Math.min(failures, 10));
    double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis(Math.round(pause * jitter));
  }
}
