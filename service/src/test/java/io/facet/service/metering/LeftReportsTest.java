package io.facet.service.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.limits.DailyUse;
import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.LeftReports.Report;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** A process stops while the store is away; the next one brings what it had counted, once. */
class LeftReportsTest {

  @TempDir private Path home;
  private final Doubtful store = new Doubtful();

  /** A store that goes away, and may have done what it doesn't answer to any more. */
  private static final class Doubtful implements UsageStore {

    private final InMemoryUsageStore there = new InMemoryUsageStore();
    private boolean away;
    private boolean silent;

    @Override
    public Mono<Void> add(String process, long report, List<Use> uses) {
      Mono<Void> done = away ? Mono.empty() : there.add(process, report, uses);
      return away || silent ? done.then(Mono.error(new IllegalStateException("away"))) : done;
    }

    @Override
    public Mono<Map<Account, Long>> unitsOf(LocalDate day) {
      return there.unitsOf(day);
    }

    @Override
    public Mono<List<Use>> find(Wanted wanted, Optional<Use.Slot> last, int limit) {
      return there.find(wanted, last, limit);
    }
  }

  @Test
  void what_a_stopped_process_could_not_store_is_stored_by_the_next_one_once() throws IOException {
    store.away = true;
    stop(counted(3));
    assertThat(stored()).isZero();

    store.away = false;
    counted(0).look();
    counted(0).look();

    assertThat(stored()).isEqualTo(3);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_report_that_had_arrived_after_all_is_not_added_again() throws IOException {
    store.silent = true;
    UsageReporter first = counted(3);
    first.look();
    assertThat(stored()).isEqualTo(3);
    stop(first);
    assertThat(files()).hasSize(1);

    store.silent = false;
    counted(2).look();

    assertThat(stored()).isEqualTo(5);
    assertThat(files()).isEmpty();
  }

  @Test
  void while_the_store_stays_away_nothing_is_forgotten() throws IOException {
    store.away = true;
    stop(counted(3));
    stop(counted(4));
    assertThat(files()).hasSize(2);

    store.away = false;
    counted(0).look();

    assertThat(stored()).isEqualTo(7);
  }

  @Test
  void what_a_process_had_counted_is_not_lost_where_it_is_killed_while_the_store_is_away()
      throws IOException {
    store.away = true;
    UsageMeter meter = new UsageMeter(Clock.systemUTC());
    UsageReporter killed = reporter(meter);
    count(meter, 3);
    killed.look();
    count(meter, 4);
    killed.look();
    count(meter, 5);
    killed.look();
    die(killed);
    assertThat(stored()).isZero();

    store.away = false;
    counted(0).look();

    assertThat(stored()).isEqualTo(12);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_process_that_lives_until_the_store_is_back_stores_all_of_it_once() throws IOException {
    UsageMeter meter = new UsageMeter(Clock.systemUTC());
    UsageReporter reporter = reporter(meter);
    for (int outage = 1; outage <= 2; outage++) {
      store.away = true;
      for (int round = 0; round < 3; round++) {
        count(meter, 2);
        reporter.look();
      }
      assertThat(files()).isNotEmpty();
      store.away = false;
      reporter.look();
      reporter.look();

      assertThat(stored()).isEqualTo(6L * outage);
      assertThat(files()).isEmpty();
    }
    counted(0).look();
    assertThat(stored()).isEqualTo(12);
  }

  @Test
  void what_a_process_has_left_that_lives_on_is_its_own() throws IOException {
    store.away = true;
    UsageMeter meter = new UsageMeter(Clock.systemUTC());
    UsageReporter living = reporter(meter);
    count(meter, 3);
    living.look();
    count(meter, 4);
    living.look();

    store.away = false;
    counted(1).look();
    assertThat(stored()).isEqualTo(1);
    count(meter, 5);
    living.look();
    living.look();

    assertThat(stored()).isEqualTo(13);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_report_that_had_arrived_in_doubt_is_counted_once_by_whoever_lives() throws IOException {
    store.silent = true;
    UsageMeter meter = new UsageMeter(Clock.systemUTC());
    UsageReporter killed = reporter(meter);
    count(meter, 3);
    killed.look();
    count(meter, 4);
    killed.look();
    die(killed);
    assertThat(files()).hasSize(2);

    store.silent = false;
    counted(0).look();

    assertThat(stored()).isEqualTo(7);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_file_that_can_not_be_read_stays_and_keeps_nobody_from_work() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("gone-1.json"), "{");
    LeftReports earlier = new LeftReports(home, "earlier");
    earlier.leave(new Report("earlier", 1, List.of(new Use(UsageStoreContract.ROSSI, 1, 1))));
    earlier.release();

    counted(0).look();

    assertThat(files()).containsExactly("gone-1.json");
    assertThat(
            store
                .find(
                    new UsageStore.Wanted(
                        UsageStoreContract.MONDAY, UsageStoreContract.MONDAY, Optional.empty()),
                    Optional.empty(),
                    10)
                .block())
        .containsExactly(new Use(UsageStoreContract.ROSSI, 1, 1));
  }

  private UsageReporter counted(int requests) {
    UsageMeter meter = new UsageMeter(Clock.systemUTC());
    count(meter, requests);
    return reporter(meter);
  }

  private static void count(UsageMeter meter, int requests) {
    for (int i = 0; i < requests; i++) {
      meter.count(UsageMeterTest.KEY, "POST /v1/estimates", Outcome.OK, 1, 1);
    }
  }

  private UsageReporter reporter(UsageMeter meter) {
    return new UsageReporter(
        meter,
        store,
        new DailyUse(Clock.systemUTC()),
        () -> {},
        new BilledUnits(new SimpleMeterRegistry()),
        home);
  }

  /** As the system does for a process that ends. */
  private static void die(UsageReporter reporter) {
    reporter.left().release();
  }

  private static void stop(UsageReporter reporter) {
    reporter.reportTheRest();
  }

  private long stored() {
    return Objects.requireNonNull(store.unitsOf(LocalDate.now(java.time.ZoneOffset.UTC)).block())
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }
}
