package io.facet.service.metering;

import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.Use.Slot;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The reference: what every store of use does, without a database. */
final class InMemoryUsageStore implements UsageStore {

  private static final Comparator<Slot> LISTED =
      Comparator.comparing(Slot::day)
          .reversed()
          .thenComparing(Slot::business)
          .thenComparing(Slot::keyId)
          .thenComparing(Slot::operation)
          .thenComparing(slot -> slot.outcome().label());

  private final Map<Slot, Use> uses = new HashMap<>();
  private final Map<String, Long> reports = new HashMap<>();

  @Override
  public Mono<Void> add(String process, long report, List<Use> more) {
    return Mono.fromRunnable(
        () -> {
          synchronized (this) {
            if (report > reports.getOrDefault(process, 0L)) {
              reports.put(process, report);
              more.forEach(
                  use ->
                      uses.merge(
                          use.slot(),
                          use,
                          (one, other) ->
                              new Use(
                                  use.slot(),
                                  one.requests() + other.requests(),
                                  one.units() + other.units())));
            }
          }
        });
  }

  @Override
  public Mono<Map<Account, Long>> unitsOf(LocalDate day) {
    return Mono.fromSupplier(
        () ->
            uses.values().stream()
                .filter(use -> use.slot().day().equals(day))
                .collect(
                    Collectors.groupingBy(
                        use -> new Account(use.slot().business(), use.slot().plan()),
                        Collectors.summingLong(Use::units))));
  }

  @Override
  public Mono<List<Use>> find(Wanted wanted, Optional<Slot> last, int limit) {
    return Mono.fromSupplier(
        () ->
            uses.values().stream()
                .filter(use -> !use.slot().day().isBefore(wanted.from()))
                .filter(use -> !use.slot().day().isAfter(wanted.to()))
                .filter(use -> wanted.business().map(use.slot().business()::equals).orElse(true))
                .filter(use -> last.map(it -> LISTED.compare(use.slot(), it) > 0).orElse(true))
                .sorted(Comparator.comparing(Use::slot, LISTED))
                .limit(limit)
                .toList());
  }
}
