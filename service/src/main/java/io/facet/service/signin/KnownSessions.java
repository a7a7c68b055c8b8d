package io.facet.service.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions at work, in memory, so that no request waits for a query that another has made. What
 * has ended is remembered too, for longer than anything that is still on its way.
 */
final class KnownSessions {

  private static final int MOST = 10_000;
  private static final Duration ENDED = Duration.ofMinutes(10);

  private final Cache<String, Known> open = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ENDED).build();
  private final Map<String, Instant> untold = new ConcurrentHashMap<>();

  /**
   * A session at work.
   *
   * @param seen when it last asked this process or another, in milliseconds since 1970
   * @param told what of that the store knows
   */
  record Known(Session session, AtomicLong seen, AtomicLong told) {

    static Known of(Session session) {
      long seen = session.lastSeenAt().toEpochMilli();
      return new Known(session, new AtomicLong(seen), new AtomicLong(seen));
    }

    Instant lastSeenAt() {
      return Instant.ofEpochMilli(seen.get());
    }
  }

  /** Whether what becomes of it is known without asking the store. */
  boolean remembers(String tokenHash) {
    return hasEnded(tokenHash) || open.getIfPresent(tokenHash) != null;
  }

  boolean hasEnded(String tokenHash) {
    return ended.getIfPresent(tokenHash) != null;
  }

  /** The session at work; null for one that isn't known, or that has ended. */
  @Nullable Known find(String tokenHash) {
    return hasEnded(tokenHash) ? null : open.getIfPresent(tokenHash);
  }

  /** What the store says of it; null where it has ended meanwhile, and so it stays. */
  @Nullable Known take(Session there) {
    Known fresh = Known.of(there);
    open.put(there.tokenHash(), fresh);
    if (hasEnded(there.tokenHash())) {
      open.invalidate(there.tokenHash());
      return null;
    }
    return fresh;
  }

  /** It is over, or never was; nothing of it is looked up again soon. */
  void end(String tokenHash) {
    ended.put(tokenHash, true);
    open.invalidate(tokenHash);
  }

  /** It ended then, and the store is still to be told. */
  void endUntold(String tokenHash, Instant at) {
    untold.put(tokenHash, at);
    end(tokenHash);
  }

  Map<String, Instant> untoldEnds() {
    return Map.copyOf(untold);
  }

  void toldEnd(String tokenHash) {
    untold.remove(tokenHash);
  }

  /** Asks the store again for each, when it is next needed. */
  void forgetOpen() {
    open.invalidateAll();
  }

  /** When sessions were last seen of which the store knows a time that is older by so much. */
  Map<String, Instant> untoldSeen(Duration older) {
    return open.asMap().values().stream()
        .filter(known -> known.seen().get() - known.told().get() >= Math.max(1, older.toMillis()))
        .collect(Collectors.toMap(known -> known.session().tokenHash(), Known::lastSeenAt));
  }

  void toldSeen(Map<String, Instant> times) {
    times.forEach(
        (tokenHash, at) -> {
          Known known = open.getIfPresent(tokenHash);
          if (known != null) {
            known.told().set(at.toEpochMilli());
          }
        });
  }
}
