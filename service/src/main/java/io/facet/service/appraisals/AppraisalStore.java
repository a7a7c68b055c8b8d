package io.facet.service.appraisals;

import io.facet.service.idempotency.Keeper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where appraisals are kept. A business finds its own only. What can't be reached fails with the
 * problem {@code store-away}.
 */
interface AppraisalStore extends Keeper<StoredAppraisal> {

  Mono<StoredAppraisal> find(String business, String id);

  /** At most {@code limit} of those asked for, oldest first. */
  Mono<List<StoredAppraisal>> oldest(Wanted wanted, int limit);

  /**
   * Marks those of {@code ids} that no model has used yet as used by {@code version}, all in one
   * transaction. Says of each that there is which version uses it now.
   */
  Mono<Map<String, String>> use(String business, Collection<String> ids, String version);

  /** Forgets it for good; false when there was no such appraisal. */
  Mono<Boolean> erase(String business, String id);

  /**
   * Which appraisals are asked for.
   *
   * @param after younger than the one with this id
   * @param used those that a model has learned from, or those that none has
   */
  record Wanted(String business, Optional<String> after, Optional<Boolean> used) {}
}
