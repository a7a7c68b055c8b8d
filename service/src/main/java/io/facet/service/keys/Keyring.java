package io.facet.service.keys;

import io.facet.service.keys.KnownKeys.Known;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the holder of a key, without asking anybody. */
public final class Keyring {

  private static final Duration AT_WORK = Duration.ofHours(1);

  private final KnownKeys keys;
  private final KeyHash hash;
  private final InstantSource clock;
  private final String nobodysHash;

  Keyring(KnownKeys keys, KeyHash hash, InstantSource clock) {
    this.keys = keys;
    this.hash = hash;
    this.clock = clock;
    this.nobodysHash = hash.of("");
  }

  /** The key that {@code presented} is, or empty when it is none of ours that is in force. */
  public Optional<ApiKey> holder(String presented) {
    return PlainKey.parse(presented).flatMap(this::holder);
  }

  private Optional<ApiKey> holder(PlainKey plain) {
    Known known = opened(plain);
    if (known == null || !known.key().isLive(clock.instant())) {
      return Optional.empty();
    }
    known.use(clock.millis());
    return Optional.of(known.key());
  }

  /** The key with that id, which is at work; empty when it isn't one of ours that is in force. */
  public Optional<ApiKey> inForce(String id) {
    Known known = keys.find(id);
    if (known == null || !known.key().isLive(clock.instant())) {
      return Optional.empty();
    }
    known.use(clock.millis());
    return Optional.of(known.key());
  }

  /** The ids of all keys there are. */
  public Set<String> ids() {
    return keys.ids();
  }

  /** Whether {@code presented} is a key that opened something within the last hour. */
  public boolean isAtWork(String presented) {
    return PlainKey.parse(presented).filter(this::isAtWork).isPresent();
  }

  private boolean isAtWork(PlainKey plain) {
    Known known = opened(plain);
    return known != null && known.lastUse().getOpaque() > clock.millis() - AT_WORK.toMillis();
  }

  /** The key with that id and secret, in force or not; null where there is none. */
  private @Nullable Known opened(PlainKey plain) {
    Known known = keys.find(plain.id());
    // An unknown id is compared as well, so that the time taken doesn't tell which ids exist.
    boolean matches =
        hash.matches(plain.secret(), known == null ? nobodysHash : known.key().hash());
    return matches ? known : null;
  }
}
