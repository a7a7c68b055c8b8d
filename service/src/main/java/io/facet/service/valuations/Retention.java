package io.facet.service.valuations;

import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases valuations that have been kept as long as the operator wants, whosever they are. */
final class Retention implements GoesRounds {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private static final Duration REST = Duration.ofMinutes(1);

  /** Few enough to keep nobody else from writing for long. */
  private static final int AT_ONCE = 500;

  private final ValuationStore store;
  private final Optional<Duration> kept;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("retention", REST, this::look, () -> {});

  /**
   * @param kept how long; empty for ever
   */
  Retention(ValuationStore store, Optional<Duration> kept, InstantSource clock) {
    this.store = store;
    this.kept = kept;
    this.clock = clock;
  }

  void look() {
    kept.ifPresent(this::eraseOlderThan);
  }

  private void eraseOlderThan(Duration age) {
    long erased = 0;
    try {
      long now;
      do {
        now = Rounds.now(store.eraseBefore(clock.instant().minus(age), AT_ONCE));
        erased += now;
      } while (now == AT_ONCE);
    } catch (CompletionException e) {
      log.debug("What is to be erased waits until the store is back", e);
    }
    if (erased > 0) {
      log.info("Erased {} valuations that were older than {} days", erased, age.toDays());
    }
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }

  @Override
  public void start() {
    if (kept.isPresent()) {
      GoesRounds.super.start();
    }
  }
}
