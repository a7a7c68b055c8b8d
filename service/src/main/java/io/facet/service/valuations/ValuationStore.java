package io.facet.service.valuations;

import io.facet.service.idempotency.Keeper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where valuations are kept. A business finds its own only. What can't be reached fails with the
 * problem {@code store-away}.
 */
interface ValuationStore extends Keeper<StoredValuation> {

  Mono<StoredValuation> find(String business, String id);

  /** At most {@code limit} of those asked for, newest first. */
  Mono<List<StoredValuation>> newest(Wanted wanted, int limit);

  /** Forgets it for good; false when there was no such valuation. */
  Mono<Boolean> erase(String business, String id);

  /**
   * Forgets at most {@code most} of those that were made before {@code time}, whosever they are,
   * the oldest first; completes with how many.
   */
  Mono<Long> eraseBefore(Instant time, int most);

  /**
   * Which valuations are asked for.
   *
   * @param before older than the one with this id
   * @param clientReference named so by the caller
   */
  record Wanted(String business, Optional<String> before, Optional<String> clientReference) {

    static Wanted all(String business) {
      return new Wanted(business, Optional.empty(), Optional.empty());
    }

    Wanted before(String id) {
      return new Wanted(business, Optional.of(id), clientReference);
    }
  }
}
