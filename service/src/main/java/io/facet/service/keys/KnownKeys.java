package io.facet.service.keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All keys in memory, so that no request waits for a query. Holds what was last kept. */
final class KnownKeys {

  private static final long NEVER = Long.MIN_VALUE;

  // Replaced as a whole, so that readers need no lock.
  private volatile Map<String, Known> keys = Map.of();
  private volatile KeptKeys kept = new KeptKeys(NEVER, List.of());

  /**
   * @param lastUse in milliseconds since 1970, by this process
   */
  record Known(ApiKey key, AtomicLong lastUse) {

    void use(long now) {
      // Most requests come within the millisecond of another, and needn't write.
      if (lastUse.getPlain() != now) {
        lastUse.setOpaque(now);
      }
    }
  }

  @Nullable Known find(String id) {
    return keys.get(id);
  }

  Set<String> ids() {
    return keys.keySet();
  }

  KeptKeys all() {
    return kept;
  }

  /** What is in force from now on. */
  synchronized void take(KeptKeys now) {
    Map<String, Known> next = HashMap.newHashMap(now.keys().size());
    for (ApiKey key : now.keys()) {
      Known before = keys.get(key.id());
      next.put(key.id(), new Known(key, before == null ? new AtomicLong(NEVER) : before.lastUse()));
    }
    keys = next;
    kept = now;
  }

  /**
   * The same, unless {@code before} is no longer what is kept: whoever read {@code now} may have
   * read it before a change that is known here already.
   */
  @SuppressWarnings("ReferenceEquality") // The very list, whatever its revision.
  synchronized void replace(KeptKeys before, KeptKeys now) {
    if (kept == before) {
      take(now);
    }
  }

  /** The same, but for what is older than what is known already. */
  synchronized void takeIfNewer(KeptKeys now) {
    if (now.revision() > kept.revision()) {
      take(now);
    }
  }

  /** The last uses by this process that are later than {@code since}. */
  Map<String, Instant> usedSince(long since) {
    return keys.values().stream()
        .filter(known -> known.lastUse().getOpaque() > since)
        .collect(
            Collectors.toMap(
                known -> known.key().id(),
                known -> Instant.ofEpochMilli(known.lastUse().getOpaque())));
  }
}
