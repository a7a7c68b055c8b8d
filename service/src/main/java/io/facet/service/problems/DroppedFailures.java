package io.facet.service.problems;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/** Failures that come when nobody is left who could be told. */
public final class DroppedFailures {

  private static final Logger log = LoggerFactory.getLogger(DroppedFailures.class);

  private DroppedFailures() {}

  /** Writes them into the log, but for those that only say that a caller has gone. */
  public static void watch() {
    // Hooks add up, and there may have been another service in this process.
    Hooks.resetOnErrorDropped();
    Hooks.onErrorDropped(
        failure -> {
          if (Problems.isGone(failure)) {
            log.debug("A caller has gone", failure);
          } else {
            log.error("A failure came too late for anybody to be told", failure);
          }
        });
  }
}
