package io.facet.service.signin;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Keyring;
import io.facet.service.signin.KnownSessions.Known;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Who has signed in, and for how long. */
final class Sessions {

  private final SecureRandom random = new SecureRandom();
  private final SessionStore store;
  private final KnownSessions known;
  private final Keyring keyring;
  private final SessionSettings settings;
  private final InstantSource clock;

  Sessions(
      SessionStore store,
      KnownSessions known,
      Keyring keyring,
      SessionSettings settings,
      InstantSource clock) {
    this.store = store;
    this.known = known;
    this.keyring = keyring;
    this.settings = settings;
    this.clock = clock;
  }

  /** Signs {@code key} in. The token is the only way to find the session again. */
  Mono<SessionToken> open(ApiKey key) {
    return Mono.defer(
        () -> {
          SessionToken token = SessionToken.generate(random);
          Instant now = now();
          Session fresh = new Session(token.hash(), key.id(), now, now, null);
          return store
              .open(fresh)
              .then(
                  Mono.fromSupplier(
                      () -> {
                        known.take(fresh);
                        return token;
                      }));
        });
  }

  /** Whether {@link #find} asks nobody. */
  boolean remembers(SessionToken token) {
    return known.remembers(token.hash());
  }

  /** What {@code token} opens now; empty where it opens nothing, any more or at all. */
  Mono<SignedIn> find(SessionToken token) {
    String hash = token.hash();
    if (known.hasEnded(hash)) {
      return Mono.empty();
    }
    Known session = known.find(hash);
    return session == null || isOver(session.session(), session.lastSeenAt())
        ? fromStore(token, hash)
        : Mono.justOrEmpty(use(token, session));
  }

  // Also what is over as far as this process knows: another may have seen it since.
  private Mono<SignedIn> fromStore(SessionToken token, String hash) {
    return store
        .find(hash)
        .filter(there -> there.endedAt() == null && !isOver(there, there.lastSeenAt()))
        .switchIfEmpty(Mono.fromRunnable(() -> known.end(hash)))
        .flatMap(there -> Mono.justOrEmpty(known.take(there)))
        .flatMap(session -> Mono.justOrEmpty(use(token, session)));
  }

  /** A key that is no longer in force takes its sessions with it. */
  private Optional<SignedIn> use(SessionToken token, Known session) {
    Instant now = now();
    session.seen().accumulateAndGet(now.toEpochMilli(), Math::max);
    return keyring
        .inForce(session.session().keyId())
        .map(key -> new SignedIn(token, key, settings.end(session.session().openedAt(), now)));
  }

  private boolean isOver(Session session, Instant lastSeenAt) {
    return !now().isBefore(settings.end(session.openedAt(), lastSeenAt));
  }

  /**
   * Signs out: here at once, and everywhere soon after the store knows. Fails while the store is
   * away, which is then told later.
   */
  Mono<Void> end(SessionToken token) {
    return Mono.defer(
        () -> {
          String hash = token.hash();
          Instant now = now();
          known.endUntold(hash, now);
          return store.end(hash, now).then(Mono.fromRunnable(() -> known.toldEnd(hash)));
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
