package io.facet.service.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The reference: what every store of keys does, without a database. */
final class InMemoryKeyStore implements KeyStore {

  private final Map<String, ApiKey> keys = new TreeMap<>();
  private final Map<String, Instant> uses = new TreeMap<>();
  private final List<KeyEvent> events = new ArrayList<>();
  private long revision;

  @Override
  public Mono<Long> revision() {
    return all().map(KeptKeys::revision);
  }

  @Override
  public Mono<KeptKeys> all() {
    return Mono.fromSupplier(this::kept);
  }

  private synchronized KeptKeys kept() {
    return new KeptKeys(
        revision,
        keys.values().stream()
            .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
            .toList());
  }

  @Override
  public Mono<KeptKeys> change(Function<KeptKeys, Change> decision) {
    return Mono.fromSupplier(
        () -> {
          synchronized (this) {
            Change change = decision.apply(kept());
            revision++;
            change.keys().forEach(key -> keys.put(key.id(), key));
            events.addAll(change.events());
            return kept();
          }
        });
  }

  @Override
  public Mono<Void> used(Map<String, Instant> times) {
    return Mono.fromRunnable(
        () -> {
          synchronized (this) {
            times.forEach(
                (id, at) -> {
                  if (keys.containsKey(id)) {
                    uses.merge(id, at, (known, now) -> known.isAfter(now) ? known : now);
                  }
                });
          }
        });
  }

  @Override
  public Mono<Map<String, Instant>> lastUses() {
    return Mono.fromSupplier(
        () -> {
          synchronized (this) {
            return Map.copyOf(uses);
          }
        });
  }

  @Override
  public Mono<List<KeyEvent>> events(Optional<String> before, int limit) {
    return Mono.fromSupplier(
        () -> {
          synchronized (this) {
            return events.stream()
                .sorted(Comparator.comparing(KeyEvent::id).reversed())
                .filter(event -> before.map(id -> event.id().compareTo(id) < 0).orElse(true))
                .limit(limit)
                .toList();
          }
        });
  }
}
