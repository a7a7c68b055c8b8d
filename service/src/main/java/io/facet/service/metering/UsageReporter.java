package io.facet.service.metering;

import io.facet.service.limits.DailyUse;
import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.LeftReports.Report;
import io.facet.service.store.GoesRounds;
import io.facet.service.store.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings to the store what was counted, twice within the second that may be lost when the process
 * is killed; on a normal stop, everything. While the store is away it waits in memory, and in files
 * for the next start.
 */
final class UsageReporter implements GoesRounds {

  private static final Logger log = LoggerFactory.getLogger(UsageReporter.class);

  private static final int PAUSES_BETWEEN_TOTALS = 10;

  private final String process;
  private final UsageMeter meter;
  private final UsageStore store;
  private final DailyUse daily;
  private final Runnable afterTotal;
  private final BilledUnits billed;
  private final LeftReports left;
  private final Rounds rounds = new Rounds("usage-reporter", this::look, this::reportTheRest);
  private final Map<Account, Long> reportedToday = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;
  private List<Use> pending = List.of();
  private long report = 1;
  private long leftUpTo;
  private boolean away;
  private boolean unwritten;
  private int pauses;

  /**
   * @param afterTotal what else is to be put in order every few seconds
   * @param left where use of this home waits that could not be stored
   */
  UsageReporter(
      UsageMeter meter,
      UsageStore store,
      DailyUse daily,
      Runnable afterTotal,
      BilledUnits billed,
      Path left) {
    this.meter = meter;
    this.store = store;
    this.daily = daily;
    this.afterTotal = afterTotal;
    this.billed = billed;
    this.process = UUID.randomUUID().toString().replace("-", "");
    this.left = new LeftReports(left, process);
  }

  void reportTheRest() {
    // Once for what may be pending, once for what has come since.
    look();
    look();
    if (unwritten) {
      log.error("What was counted last is lost: {} {}", pending, meter.freshBut(pending));
    }
    left.release();
  }

  /** Whatever becomes of this process, the next one in its home finds what isn't stored yet. */
  private void leave() {
    if (pending.isEmpty()) {
      pending = meter.fresh();
    }
    try {
      leave(new Report(process, report, pending));
      if (!pending.isEmpty()) {
        // Grows until it is its turn, and is then sent under the same number.
        leave(new Report(process, report + 1, meter.freshBut(pending)));
      }
      unwritten = false;
      if (!away && report <= leftUpTo) {
        log.warn("The store is away: what is counted waits in files too, for the next start");
        away = true;
      }
    } catch (IOException e) {
      if (!unwritten) {
        log.error("What is counted while the store is away waits in memory only", e);
      }
      unwritten = true;
    }
  }

  private void leave(Report waiting) throws IOException {
    if (!waiting.uses().isEmpty()) {
      left.leave(waiting);
      leftUpTo = waiting.number();
    }
  }

  private void bringIn() {
    for (Report earlier : left.ofTheDead()) {
      Rounds.now(store.add(earlier.process(), earlier.number(), earlier.uses()));
      left.forget(earlier);
      earlier.uses().forEach(billed::add);
      log.info("Stored what another process had counted last");
    }
  }

  void look() {
    try {
      if (pauses % PAUSES_BETWEEN_TOTALS == 0) {
        bringIn();
      }
      report();
      if (pauses++ % PAUSES_BETWEEN_TOTALS == 0) {
        total();
        afterTotal.run();
      }
    } catch (CompletionException e) {
      log.debug("What was counted waits until the store is back", e);
      leave();
    }
  }

  // A report whose fate is unknown is sent again as it was, before there is another.
  private void report() {
    if (pending.isEmpty()) {
      pending = meter.fresh();
    }
    if (!pending.isEmpty()) {
      Rounds.now(store.add(process, report, pending));
      if (report <= leftUpTo) {
        left.forget(new Report(process, report, pending));
      }
      away = false;
      unwritten = false;
      meter.stored(pending);
      pending.forEach(this::remember);
      pending.forEach(billed::add);
      pending = List.of();
      report++;
    }
  }

  private void remember(Use use) {
    if (use.slot().day().isAfter(day)) {
      day = use.slot().day();
      reportedToday.clear();
    }
    if (use.slot().day().equals(day)) {
      reportedToday.merge(
          new Account(use.slot().business(), use.slot().plan()), use.units(), Long::sum);
    }
  }

  /** What all processes have reported, less our own reports, was asked elsewhere. */
  private void total() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<Account, Long> units = Rounds.now(store.unitsOf(today));
    units.forEach(
        (account, sum) ->
            daily.elsewhere(
                today.toEpochDay(),
                account,
                sum - (today.equals(day) ? reportedToday.getOrDefault(account, 0L) : 0)));
  }

  LeftReports left() {
    return left;
  }

  @Override
  public Rounds rounds() {
    return rounds;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(20);
  }
}
