package io.facet.service.metering;

import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.Use.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where use is kept, for all processes. What can't be reached fails with the problem {@code
 * store-away}.
 */
public interface UsageStore {

  /**
   * Adds {@code uses}, all or none. The same report of a process is added once, however often it is
   * sent.
   *
   * @param report counts the reports of {@code process} from 1
   */
  Mono<Void> add(String process, long report, List<Use> uses);

  /** The units of a day. */
  Mono<Map<Account, Long>> unitsOf(LocalDate day);

  /**
   * At most {@code limit} rows after {@code last}, or from the first one on: the newest day first,
   * then by business, key, operation and outcome.
   */
  Mono<List<Use>> find(Wanted wanted, Optional<Slot> last, int limit);

  /**
   * Which use is asked for.
   *
   * @param from the first day
   * @param to the last day
   * @param business empty for all of them
   */
  record Wanted(LocalDate from, LocalDate to, Optional<String> business) {}
}
