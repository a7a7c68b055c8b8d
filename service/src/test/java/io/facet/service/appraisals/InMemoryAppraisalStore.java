package io.facet.service.appraisals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The reference: what every store of appraisals does, without a database. */
final class InMemoryAppraisalStore implements AppraisalStore {

  private final Map<String, StoredAppraisal> kept = new TreeMap<>();

  @Override
  public Mono<StoredAppraisal> keep(StoredAppraisal fresh) {
    return Mono.fromSupplier(
        () -> {
          String key = fresh.idempotencyKey();
          Optional<StoredAppraisal> earlier =
              key == null
                  ? Optional.empty()
                  : of(fresh.business()).filter(a -> key.equals(a.idempotencyKey())).findFirst();
          return earlier.orElseGet(
              () -> {
                kept.put(fresh.id(), fresh);
                return fresh;
              });
        });
  }

  @Override
  public Mono<StoredAppraisal> find(String business, String id) {
    return first(business, a -> a.id().equals(id));
  }

  @Override
  public Mono<StoredAppraisal> findByIdempotencyKey(String business, String key) {
    return first(business, a -> key.equals(a.idempotencyKey()));
  }

  private Mono<StoredAppraisal> first(String business, Predicate<StoredAppraisal> wanted) {
    return Mono.defer(() -> Mono.justOrEmpty(of(business).filter(wanted).findFirst()));
  }

  private Stream<StoredAppraisal> of(String business) {
    return kept.values().stream().filter(a -> a.business().equals(business));
  }

  @Override
  public Mono<List<StoredAppraisal>> oldest(Wanted wanted, int limit) {
    return Mono.fromSupplier(
        () ->
            of(wanted.business())
                .filter(a -> wanted.after().map(id -> a.id().compareTo(id) > 0).orElse(true))
                .filter(a -> wanted.used().map(u -> u == (a.usedBy() != null)).orElse(true))
                .limit(limit)
                .toList());
  }

  @Override
  public Mono<Map<String, String>> use(String business, Collection<String> ids, String version) {
    return Mono.fromSupplier(
        () -> {
          List<StoredAppraisal> named = of(business).filter(a -> ids.contains(a.id())).toList();
          named.stream()
              .filter(a -> a.usedBy() == null)
              .forEach(a -> kept.put(a.id(), used(a, version)));
          return of(business)
              .filter(a -> ids.contains(a.id()))
              .collect(
                  Collectors.toMap(StoredAppraisal::id, a -> Objects.requireNonNull(a.usedBy())));
        });
  }

  private static StoredAppraisal used(StoredAppraisal a, String version) {
    return new StoredAppraisal(
        a.id(), a.business(), a.keyId(), a.createdAt(), a.idempotencyKey(), a.request(), version);
  }

  @Override
  public Mono<Boolean> erase(String business, String id) {
    return Mono.fromSupplier(
        () -> kept.values().removeIf(a -> a.business().equals(business) && a.id().equals(id)));
  }
}
