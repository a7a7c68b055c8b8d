package io.facet.service.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.keys.Plan;
import io.facet.service.limits.DailyUse.Account;
import io.facet.service.metering.UsageStore.Wanted;
import io.facet.service.metering.Use.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of use does. */
interface UsageStoreContract {

  LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  Slot ROSSI = slot(MONDAY, "aaaaaaaaaaaaaaaa", "Rossi", Outcome.OK);
  Slot BIANCHI = slot(MONDAY, "bbbbbbbbbbbbbbbb", "Bianchi", Outcome.REFUSED);

  /** The same store each time within a test, empty at first. */
  UsageStore store();

  static Slot slot(LocalDate day, String keyId, String business, Outcome outcome) {
    return new Slot(day, keyId, business, Plan.STANDARD, "POST /v1/estimates", outcome);
  }

  private static List<Use> find(UsageStore store, Optional<String> business) {
    return get(store.find(new Wanted(MONDAY, TUESDAY, business), Optional.empty(), 100));
  }

  private static <T> T get(Mono<T> mono) {
    return mono.blockOptional().orElseThrow();
  }

  @Test
  default void what_is_reported_adds_up() {
    UsageStore store = store();
    store.add("one", 1, List.of(new Use(ROSSI, 2, 2), new Use(BIANCHI, 1, 1))).block();
    store.add("one", 2, List.of(new Use(ROSSI, 1, 1000))).block();
    store.add("two", 1, List.of(new Use(ROSSI, 5, 5))).block();

    assertThat(find(store, Optional.empty()))
        .containsExactly(new Use(BIANCHI, 1, 1), new Use(ROSSI, 8, 1007));
    assertThat(get(store.unitsOf(MONDAY)))
        .isEqualTo(
            Map.of(
                new Account("Rossi", Plan.STANDARD), 1007L,
                new Account("Bianchi", Plan.STANDARD), 1L));
    assertThat(get(store.unitsOf(TUESDAY))).isEmpty();
  }

  @Test
  default void a_report_that_is_sent_again_is_not_added_again() {
    UsageStore store = store();
    store.add("one", 1, List.of(new Use(ROSSI, 2, 2))).block();
    store.add("one", 1, List.of(new Use(ROSSI, 2, 2))).block();
    store.add("one", 2, List.of(new Use(ROSSI, 1, 1))).block();
    store.add("one", 2, List.of(new Use(ROSSI, 1, 1))).block();

    assertThat(find(store, Optional.empty())).containsExactly(new Use(ROSSI, 3, 3));
  }

  @Test
  default void processes_may_report_at_the_same_time() {
    UsageStore store = store();
    Flux.range(0, 8)
        .flatMap(
            i ->
                store
                    .add("process " + i, 1, List.of(new Use(BIANCHI, 1, 1), new Use(ROSSI, 1, 1)))
                    .retry(10))
        .blockLast();

    assertThat(find(store, Optional.of("Rossi"))).containsExactly(new Use(ROSSI, 8, 8));
  }

  @Test
  default void days_and_businesses_are_told_apart_and_the_newest_day_comes_first() {
    UsageStore store = store();
    Slot later = slot(TUESDAY, ROSSI.keyId(), "Rossi", Outcome.OK);
    Slot outside = slot(TUESDAY.plusDays(1), ROSSI.keyId(), "Rossi", Outcome.OK);
    store
        .add(
            "one",
            1,
            List.of(
                new Use(ROSSI, 1, 1),
                new Use(later, 2, 2),
                new Use(BIANCHI, 3, 3),
                new Use(outside, 4, 4)))
        .block();

    assertThat(find(store, Optional.of("Rossi")))
        .containsExactly(new Use(later, 2, 2), new Use(ROSSI, 1, 1));
  }

  @Test
  default void each_page_begins_after_the_last_row_of_the_one_before() {
    UsageStore store = store();
    Wanted all = new Wanted(MONDAY, TUESDAY, Optional.empty());
    List<Use> uses =
        Stream.of(MONDAY, TUESDAY)
            .flatMap(
                day -> Stream.of("Rossi", "Bianchi", "rossi 2").map(name -> Map.entry(day, name)))
            .flatMap(
                one ->
                    Stream.of(Outcome.OK, Outcome.FAILED)
                        .map(
                            outcome ->
                                slot(one.getKey(), key(one.getValue()), one.getValue(), outcome)))
            .map(slot -> new Use(slot, 1, 1))
            .toList();
    store.add("one", 1, uses).block();

    List<Use> paged = new ArrayList<>();
    Optional<Slot> last = Optional.empty();
    for (List<Use> page = get(store.find(all, last, 5)); !page.isEmpty(); ) {
      paged.addAll(page);
      last = Optional.of(page.getLast().slot());
      page = get(store.find(all, last, 5));
    }

    assertThat(paged)
        .isEqualTo(get(store.find(all, Optional.empty(), 100)))
        .containsExactlyInAnyOrderElementsOf(uses);
  }

  private static String key(String business) {
    return "%016x".formatted(business.hashCode());
  }
}
