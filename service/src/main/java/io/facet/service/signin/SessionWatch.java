package io.facet.service.signin;

import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the store when sessions were last seen, hears from it which ended in other processes, and
 * clears away what is over. While the store is away the sessions that are known go on.
 */
final class SessionWatch implements GoesRounds {

  private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);

  private static final Duration BETWEEN_SEEN = Duration.ofMinutes(1);
  private static final Duration BETWEEN_CLEARING = Duration.ofMinutes(10);

  /** What clocks may differ by, and what an end may need until others can read it. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** How long a session is kept that is over: until every process must have heard. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final SessionStore store;
  private final KnownSessions known;
  private final SessionSettings settings;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("session-watch", this::look, this::lookOnceMore);
  private Instant looked;
  private Instant cleared = Instant.EPOCH;

  SessionWatch(
      SessionStore store, KnownSessions known, SessionSettings settings, InstantSource clock) {
    this.store = store;
    this.known = known;
    this.settings = settings;
    this.clock = clock;
    this.looked = clock.instant();
  }

  private void lookOnceMore() {
    look();
    look(Duration.ZERO);
  }

  /** One round. */
  void look() {
    look(BETWEEN_SEEN);
  }

  private void look(Duration betweenSeen) {
    try {
      tellEnds();
      hearEnds();
      tellSeen(betweenSeen);
      clear();
    } catch (CompletionException e) {
      log.debug("Sessions stay as they are while the store is away", e);
    }
  }

  private void tellEnds() {
    known
        .untoldEnds()
        .forEach(
            (tokenHash, at) -> {
              Rounds.now(store.end(tokenHash, at));
              known.toldEnd(tokenHash);
            });
  }

  private void hearEnds() {
    Instant now = clock.instant();
    // Too long ago to be sure that all that ended since is still there to be heard of.
    if (looked.plus(KEPT.dividedBy(2)).isBefore(now)) {
      known.forgetOpen();
    }
    Rounds.now(store.endedSince(looked.minus(OVERLAP))).forEach(known::end);
    looked = now;
  }

  private void tellSeen(Duration betweenSeen) {
    Map<String, Instant> seen = known.untoldSeen(betweenSeen);
    if (!seen.isEmpty()) {
      Rounds.now(store.seen(seen));
      known.toldSeen(seen);
    }
  }

  private void clear() {
    Instant now = clock.instant();
    if (cleared.plus(BETWEEN_CLEARING).isBefore(now)) {
      Instant over = now.minus(KEPT);
      Rounds.now(store.forget(over, over.minus(settings.idle()), over.minus(settings.longest())));
      cleared = now;
    }
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }
}
