package io.facet.service.appraisals;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.appraisals.AppraisalStore.Wanted;
import io.facet.service.store.TimedIds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of appraisals does. */
interface AppraisalStoreContract {

  TimedIds IDS = new TimedIds("apr_", Clock.systemUTC());

  /** An empty store. */
  AppraisalStore store();

  static StoredAppraisal appraisal(String business, @Nullable String key) {
    TimedIds.TimedId id = IDS.next();
    return new StoredAppraisal(
        id.text(), business, "aaaaaaaaaaaaaaaa", id.at(), key, "{\"price\":3412.00}", null);
  }

  private static <T> T get(Mono<T> mono) {
    return mono.blockOptional().orElseThrow();
  }

  private static List<String> ids(AppraisalStore store, Optional<Boolean> used) {
    return get(store.oldest(new Wanted("ada", Optional.empty(), used), 100)).stream()
        .map(StoredAppraisal::id)
        .toList();
  }

  private static List<StoredAppraisal> keepThree(AppraisalStore store) {
    List<StoredAppraisal> kept =
        List.of(appraisal("ada", null), appraisal("ada", null), appraisal("ada", null));
    Flux.fromIterable(kept).concatMap(store::keep).blockLast();
    return kept;
  }

  @Test
  default void what_is_kept_is_found_again() {
    AppraisalStore store = store();
    StoredAppraisal kept = appraisal("ada", "order 17");

    assertThat(get(store.keep(kept))).isEqualTo(kept);
    assertThat(get(store.find("ada", kept.id()))).isEqualTo(kept);
    assertThat(get(store.findByIdempotencyKey("ada", "order 17"))).isEqualTo(kept);
    assertThat(get(store.keep(appraisal("ada", "order 17")))).isEqualTo(kept);
  }

  @Test
  default void nobody_finds_uses_or_erases_what_is_another_businesss() {
    AppraisalStore store = store();
    StoredAppraisal adas = appraisal("ada", "order 17");
    get(store.keep(adas));

    assertThat(store.find("ben", adas.id()).blockOptional()).isEmpty();
    assertThat(store.findByIdempotencyKey("ben", "order 17").blockOptional()).isEmpty();
    assertThat(get(store.use("ben", List.of(adas.id()), "8"))).isEmpty();
    assertThat(get(store.erase("ben", adas.id()))).isFalse();
    assertThat(get(store.find("ada", adas.id()))).isEqualTo(adas);
  }

  @Test
  default void a_list_is_oldest_first_and_goes_on_after_its_cursor() {
    AppraisalStore store = store();
    List<StoredAppraisal> kept = keepThree(store);

    assertThat(get(store.oldest(new Wanted("ada", Optional.empty(), Optional.empty()), 2)))
        .isEqualTo(kept.subList(0, 2));
    assertThat(
            get(
                store.oldest(
                    new Wanted("ada", Optional.of(kept.get(1).id()), Optional.empty()), 2)))
        .isEqualTo(kept.subList(2, 3));
  }

  @Test
  default void each_is_used_by_the_first_version_that_says_so_and_no_other() {
    AppraisalStore store = store();
    List<String> kept = keepThree(store).stream().map(StoredAppraisal::id).toList();
    get(store.use("ada", kept.subList(0, 1), "7"));
    Map<String, String> users = get(store.use("ada", kept.subList(0, 2), "8"));

    assertThat(users)
        .containsExactlyInAnyOrderEntriesOf(Map.of(kept.get(0), "7", kept.get(1), "8"));
    assertThat(get(store.use("ada", kept.subList(0, 2), "8"))).isEqualTo(users);
    assertThat(ids(store, Optional.of(true))).isEqualTo(kept.subList(0, 2));
    assertThat(ids(store, Optional.of(false))).isEqualTo(kept.subList(2, 3));
  }

  @Test
  default void what_is_erased_is_gone() {
    AppraisalStore store = store();
    StoredAppraisal kept = appraisal("ada", null);
    get(store.keep(kept));

    assertThat(get(store.erase("ada", kept.id()))).isTrue();
    assertThat(get(store.erase("ada", kept.id()))).isFalse();
    assertThat(get(store.use("ada", List.of(kept.id()), "8"))).isEmpty();
  }
}
