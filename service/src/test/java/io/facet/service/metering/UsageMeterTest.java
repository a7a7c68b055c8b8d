package io.facet.service.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Plan;
import io.facet.service.metering.Use.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UsageMeterTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final ApiKey KEY =
      new ApiKey("a", "shop", "Rossi", Set.of(), Plan.STANDARD, "00ff", NOON, null, null, null);

  private Instant now = NOON;
  private final UsageMeter meter = new UsageMeter(() -> now);

  @Test
  void what_was_stored_is_not_reported_again() {
    count(Outcome.OK);
    count(Outcome.OK);
    count(Outcome.FAILED);
    List<Use> first = meter.fresh();
    count(Outcome.OK);
    meter.stored(first);

    assertThat(first)
        .containsExactlyInAnyOrder(
            new Use(slot(0, Outcome.OK), 2, 2), new Use(slot(0, Outcome.FAILED), 1, 1));
    assertThat(meter.fresh()).containsExactly(new Use(slot(0, Outcome.OK), 1, 1));
  }

  @Test
  void what_could_not_be_stored_is_reported_with_what_came_since() {
    count(Outcome.OK);
    meter.fresh();
    count(Outcome.OK);

    assertThat(meter.fresh()).containsExactly(new Use(slot(0, Outcome.OK), 2, 2));
  }

  @Test
  void units_that_came_without_a_request_are_kept_until_they_are_stored() {
    count(Outcome.OK);
    List<Use> first = meter.fresh();
    meter.count(KEY, "POST /v1/valuations", Outcome.OK, 0, 1);
    meter.count(KEY, "POST /v1/estimates", Outcome.OK, 0, 1);
    now = NOON.plus(Duration.ofDays(3));
    List<Use> since = meter.freshBut(first);
    meter.stored(first);

    assertThat(since).hasSize(2).allMatch(use -> use.requests() == 0 && use.units() == 1);
    assertThat(meter.fresh()).containsExactlyInAnyOrderElementsOf(since);
  }

  @Test
  void a_new_day_begins_at_midnight_utc() {
    now = NOON.plus(Duration.ofHours(12)).minusMillis(1);
    count(Outcome.OK);
    now = now.plusMillis(1);
    count(Outcome.OK);

    assertThat(meter.fresh())
        .containsExactlyInAnyOrder(
            new Use(slot(0, Outcome.OK), 1, 1), new Use(slot(1, Outcome.OK), 1, 1));
  }

  @Test
  void nothing_is_lost_between_threads_that_count_and_one_that_reports() throws Exception {
    int threads = 4;
    int each = 20_000;
    CountDownLatch done = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                for (int n = 0; n < each; n++) {
                  count(Outcome.OK);
                }
                done.countDown();
              });
    }
    List<Use> reported = new ArrayList<>();
    while (done.getCount() > 0) {
      report(reported);
    }
    report(reported);

    assertThat(reported.stream().mapToLong(Use::requests).sum()).isEqualTo((long) threads * each);
  }

  private void report(List<Use> reported) {
    List<Use> fresh = meter.fresh();
    meter.stored(fresh);
    reported.addAll(fresh);
  }

  private void count(Outcome outcome) {
    meter.count(KEY, "POST /v1/estimates", outcome, 1, 1);
  }

  private static Slot slot(int days, Outcome outcome) {
    return new Slot(
        LocalDate.of(2026, 11, 23).plusDays(days),
        "a",
        "Rossi",
        Plan.STANDARD,
        "POST /v1/estimates",
        outcome);
  }
}
