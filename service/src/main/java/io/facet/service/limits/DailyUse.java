package io.facet.service.limits;

import io.facet.service.keys.Plan;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What businesses have asked today (UTC), here and in other processes. */
public final class DailyUse {

  private static final long DAY = 86_400_000;

  private final InstantSource clock;
  private volatile Today today;

  public DailyUse(InstantSource clock) {
    this.clock = clock;
    this.today = new Today(clock.millis() / DAY);
  }

  /** A business with one of its plans. */
  public record Account(String business, Plan plan) {}

  private record Today(long day, Map<Account, Count> counts) {

    Today(long day) {
      this(day, new ConcurrentHashMap<>());
    }
  }

  Count of(String business, Plan plan) {
    Map<Account, Count> counts = today().counts();
    Account account = new Account(business, plan);
    Count known = counts.get(account);
    return known == null ? counts.computeIfAbsent(account, it -> new Count()) : known;
  }

  private Today today() {
    Today known = today;
    long day = clock.millis() / DAY;
    return known.day() == day ? known : next(day);
  }

  private synchronized Today next(long day) {
    if (today.day() != day) {
      today = new Today(day);
    }
    return today;
  }

  int secondsUntilTomorrow() {
    return (int) ((DAY - clock.millis() % DAY + 999) / 1000);
  }

  /**
   * Says what was asked elsewhere, or here before the last start.
   *
   * @param day counted from 1970-01-01
   */
  public void elsewhere(long day, Account account, long units) {
    if (today().day() == day) {
      of(account.business(), account.plan()).elsewhere = units;
    }
  }

  static final class Count {

    private final LongAdder here = new LongAdder();
    private volatile long elsewhere;

    void add(long units) {
      here.add(units);
    }

    long units() {
      return here.sum() + elsewhere;
    }
  }
}
