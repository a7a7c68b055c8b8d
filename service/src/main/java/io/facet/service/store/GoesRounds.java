package io.facet.service.store;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * A bean whose rounds begin after the store, and end before it and after the web server has
 * answered the last request.
 */
public interface GoesRounds extends SmartLifecycle {

  Rounds rounds();

  /** How long the last round may take. */
  default Duration patience() {
    return Duration.ofSeconds(10);
  }

  @Override
  default void start() {
    rounds().start();
  }

  @Override
  default void stop() {
    rounds().stop(patience());
  }

  @Override
  default boolean isRunning() {
    return rounds().isRunning();
  }

  @Override
  default int getPhase() {
    return 1;
  }
}
