package io.facet.service.limits;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each key, which fills up within a minute, and a count of the day for each
 * business and plan. Keys with the scope admin have neither.
 */
public final class FairUse {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final DailyUse daily;
  private final TimeMeter clock;

  FairUse(DailyUse daily, TimeMeter clock) {
    this.daily = daily;
    this.clock = clock;
  }

  /**
   * Takes {@code units} from what {@code key} may ask, all of them or none; null where there are no
   * limits for it.
   */
  public @Nullable Allowance take(ApiKey key, long units) {
    if (key.opens(Scope.ADMIN)) {
      return null;
    }
    Plan plan = key.plan();
    DailyUse.Count today = daily.of(key.business(), plan);
    long leftToday = plan.perDay() - today.units();
    int untilTomorrow = daily.secondsUntilTomorrow();
    if (leftToday < units) {
      return Allowance.spent(plan, Math.max(0, leftToday), untilTomorrow);
    }
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(units);
    if (!probe.isConsumed()) {
      return Allowance.tooFast(
          plan,
          probe.getRemainingTokens(),
          probe.getNanosToWaitForRefill(),
          leftToday,
          untilTomorrow);
    }
    today.add(units);
    return Allowance.granted(plan, probe.getRemainingTokens(), leftToday - units, untilTomorrow);
  }

  private Bucket bucket(ApiKey key) {
    Bucket known = buckets.get(key.id());
    return known == null ? buckets.computeIfAbsent(key.id(), id -> full(key.plan())) : known;
  }

  private Bucket full(Plan plan) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(plan.perMinute()).refillGreedy(plan.perMinute(), WINDOW))
        .withCustomTimePrecision(clock)
        .build();
  }

  /** Forgets the buckets of all other keys. */
  public void keepOnly(Set<String> keyIds) {
    buckets.keySet().retainAll(keyIds);
  }
}
