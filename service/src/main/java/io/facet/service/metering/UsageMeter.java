package io.facet.service.metering;

import io.facet.service.keys.ApiKey;
import io.facet.service.metering.Use.Slot;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts in memory, for a thread that now and then brings what is new to the store. */
public final class UsageMeter {

  private static final long DAY = 86_400_000;

  private final Map<Slot, Count> counts = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private volatile LocalDate today = LocalDate.EPOCH;

  UsageMeter(InstantSource clock) {
    this.clock = clock;
  }

  /** Sums since the start, and how much of them the store has. */
  private static final class Count {

    private final LongAdder requests = new LongAdder();
    private final LongAdder units = new LongAdder();
    private long storedRequests;
    private long storedUnits;
  }

  /** Counts {@code requests} that took {@code units} from the quota of {@code key}. */
  public void count(ApiKey key, String operation, Outcome outcome, long requests, long units) {
    Slot slot = new Slot(today(), key.id(), key.business(), key.plan(), operation, outcome);
    Count known = counts.get(slot);
    Count count = known == null ? counts.computeIfAbsent(slot, it -> new Count()) : known;
    count.requests.add(requests);
    count.units.add(units);
  }

  private LocalDate today() {
    LocalDate known = today;
    long day = clock.millis() / DAY;
    if (known.toEpochDay() != day) {
      known = LocalDate.ofEpochDay(day);
      today = known;
    }
    return known;
  }

  /** What has been counted and not been said to be stored. Called by one thread. */
  List<Use> fresh() {
    List<Use> fresh = new ArrayList<>();
    counts.forEach(
        (slot, count) -> {
          long requests = count.requests.sum() - count.storedRequests;
          long units = count.units.sum() - count.storedUnits;
          if (requests != 0 || units != 0) {
            fresh.add(new Use(slot, requests, units));
          }
        });
    return fresh;
  }

  /** The same without {@code part} of it. */
  List<Use> freshBut(List<Use> part) {
    Map<Slot, Use> known = part.stream().collect(Collectors.toMap(Use::slot, use -> use));
    return fresh().stream()
        .map(use -> known.containsKey(use.slot()) ? use.less(known.get(use.slot())) : use)
        .filter(use -> use.requests() != 0 || use.units() != 0)
        .toList();
  }

  /** Says that {@code uses} are in the store. Called by that same thread. */
  void stored(List<Use> uses) {
    for (Use use : uses) {
      Count count = counts.get(use.slot());
      if (count != null) {
        count.storedRequests += use.requests();
        count.storedUnits += use.units();
      }
    }
    // Of the day before yesterday nothing comes any more.
    LocalDate oldest = today().minusDays(1);
    counts
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey().day().isBefore(oldest)
                    && entry.getValue().requests.sum() == entry.getValue().storedRequests
                    && entry.getValue().units.sum() == entry.getValue().storedUnits);
  }
}
