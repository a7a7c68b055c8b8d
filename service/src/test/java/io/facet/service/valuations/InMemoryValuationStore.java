package io.facet.service.valuations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** The reference: what every store of valuations does, without a database. */
final class InMemoryValuationStore implements ValuationStore {

  private final List<StoredValuation> kept = new ArrayList<>();

  @Override
  public Mono<StoredValuation> keep(StoredValuation valuation) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            String key = valuation.idempotencyKey();
            return kept.stream()
                .filter(v -> key != null && isNamed(v, valuation.business(), key))
                .findFirst()
                .orElseGet(
                    () -> {
                      kept.add(valuation);
                      return valuation;
                    });
          }
        });
  }

  @Override
  public Mono<StoredValuation> find(String business, String id) {
    return first(v -> v.business().equals(business) && v.id().equals(id));
  }

  @Override
  public Mono<StoredValuation> findByIdempotencyKey(String business, String key) {
    return first(v -> isNamed(v, business, key));
  }

  private Mono<StoredValuation> first(Predicate<StoredValuation> wanted) {
    return Mono.defer(
        () -> {
          synchronized (kept) {
            return Mono.justOrEmpty(kept.stream().filter(wanted).findFirst());
          }
        });
  }

  @Override
  public Mono<List<StoredValuation>> newest(Wanted wanted, int limit) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            return kept.stream()
                .filter(v -> v.business().equals(wanted.business()))
                .filter(v -> wanted.before().map(id -> v.id().compareTo(id) < 0).orElse(true))
                .filter(
                    v ->
                        wanted
                            .clientReference()
                            .map(r -> r.equals(v.clientReference()))
                            .orElse(true))
                .sorted(Comparator.comparing(StoredValuation::id).reversed())
                .limit(limit)
                .toList();
          }
        });
  }

  @Override
  public Mono<Boolean> erase(String business, String id) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            return kept.removeIf(v -> v.business().equals(business) && v.id().equals(id));
          }
        });
  }

  @Override
  public Mono<Long> eraseBefore(Instant time, int most) {
    return Mono.fromSupplier(
        () -> {
          synchronized (kept) {
            List<StoredValuation> old =
                kept.stream()
                    .filter(v -> v.createdAt().isBefore(time))
                    .sorted(Comparator.comparing(StoredValuation::id))
                    .limit(most)
                    .toList();
            kept.removeAll(old);
            return (long) old.size();
          }
        });
  }

  private static boolean isNamed(StoredValuation valuation, String business, String key) {
    return valuation.business().equals(business) && key.equals(valuation.idempotencyKey());
  }
}
