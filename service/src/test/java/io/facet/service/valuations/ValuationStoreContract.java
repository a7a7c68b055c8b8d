package io.facet.service.valuations;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.store.TimedIds;
import io.facet.service.valuations.ValuationStore.Wanted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of valuations does. */
interface ValuationStoreContract {

  TimedIds IDS = new TimedIds("val_", Clock.systemUTC());

  /** An empty store. */
  ValuationStore store();

  static StoredValuation valuation(String business, @Nullable String key, @Nullable String name) {
    TimedIds.TimedId id = IDS.next();
    return new StoredValuation(
        id.text(),
        business,
        "aaaaaaaaaaaaaaaa",
        id.at(),
        name,
        key,
        "7",
        "{\"carat\":0.72}",
        "{\"price\":3412.07,\"text\":\"0.72 ct, più; ÷ \\u0000\"}");
  }

  static StoredValuation of(String business) {
    return valuation(business, null, null);
  }

  private static <T> T get(Mono<T> mono) {
    return mono.blockOptional().orElseThrow();
  }

  private static List<StoredValuation> all(ValuationStore store, String business) {
    return get(store.newest(Wanted.all(business), 100));
  }

  @Test
  default void what_is_kept_is_found_again_word_for_word() {
    ValuationStore store = store();
    StoredValuation kept = valuation("ada", "order 17", "tray 4, \"stone\" 12 — è");

    assertThat(get(store.keep(kept))).isEqualTo(kept);
    assertThat(get(store.find("ada", kept.id()))).isEqualTo(kept);
  }

  @Test
  default void nobody_finds_lists_or_erases_what_is_another_businesss() {
    ValuationStore store = store();
    StoredValuation adas = valuation("ada", "order 17", null);
    get(store.keep(adas));

    assertThat(store.find("ben", adas.id()).blockOptional()).isEmpty();
    assertThat(store.findByIdempotencyKey("ben", "order 17").blockOptional()).isEmpty();
    assertThat(all(store, "ben")).isEmpty();
    assertThat(get(store.erase("ben", adas.id()))).isFalse();
    assertThat(all(store, "ada")).containsExactly(adas);
  }

  @Test
  default void an_answer_of_many_kilobytes_is_kept_whole() {
    ValuationStore store = store();
    StoredValuation like = of("ada");
    StoredValuation large =
        new StoredValuation(
            like.id(),
            "ada",
            like.keyId(),
            like.createdAt(),
            null,
            null,
            "7",
            like.request(),
            "x".repeat(100_000));
    get(store.keep(large));

    assertThat(get(store.find("ada", large.id()))).isEqualTo(large);
  }

  @Test
  default void a_list_is_newest_first_and_goes_on_after_its_cursor() {
    ValuationStore store = store();
    List<StoredValuation> kept = IntStream.range(0, 5).mapToObj(i -> of("ada")).toList();
    Flux.fromIterable(kept).concatMap(store::keep).blockLast();

    assertThat(get(store.newest(Wanted.all("ada"), 2))).containsExactly(kept.get(4), kept.get(3));
    assertThat(get(store.newest(Wanted.all("ada").before(kept.get(3).id()), 100)))
        .containsExactly(kept.get(2), kept.get(1), kept.get(0));
  }

  @Test
  default void a_list_may_hold_only_what_the_caller_named_so() {
    ValuationStore store = store();
    StoredValuation tray = valuation("ada", null, "tray 4");
    Flux.just(of("ada"), tray, valuation("ada", null, "tray 5"), valuation("ben", null, "tray 4"))
        .concatMap(store::keep)
        .blockLast();

    assertThat(get(store.newest(new Wanted("ada", Optional.empty(), Optional.of("tray 4")), 100)))
        .containsExactly(tray);
  }

  @Test
  default void an_idempotency_key_is_taken_once_in_each_business() {
    ValuationStore store = store();
    StoredValuation first = valuation("ada", "order 17", null);
    StoredValuation bens = valuation("ben", "order 17", null);
    get(store.keep(first));

    assertThat(get(store.keep(valuation("ada", "order 17", null)))).isEqualTo(first);
    assertThat(get(store.keep(bens))).isEqualTo(bens);
    assertThat(get(store.findByIdempotencyKey("ada", "order 17"))).isEqualTo(first);
    assertThat(all(store, "ada")).containsExactly(first);
  }

  @Test
  default void what_is_erased_is_gone_and_its_idempotency_key_is_free() {
    ValuationStore store = store();
    StoredValuation first = valuation("ada", "order 17", null);
    StoredValuation second = valuation("ada", "order 17", null);
    get(store.keep(first));

    assertThat(get(store.erase("ada", first.id()))).isTrue();
    assertThat(get(store.erase("ada", first.id()))).isFalse();
    assertThat(store.find("ada", first.id()).blockOptional()).isEmpty();
    assertThat(get(store.keep(second))).isEqualTo(second);
  }

  @Test
  default void the_oldest_are_erased_whosever_they_are() {
    ValuationStore store = store();
    StoredValuation first = of("ada");
    StoredValuation second = of("bob");
    StoredValuation third = of("ada");
    List.of(third, first, second).forEach(each -> get(store.keep(each)));

    assertThat(get(store.eraseBefore(first.createdAt(), 10))).isZero();
    assertThat(get(store.eraseBefore(Instant.now().plusSeconds(1), 2))).isEqualTo(2);
    assertThat(all(store, "ada")).containsExactly(third);
    assertThat(all(store, "bob")).isEmpty();
  }

  @Test
  default void of_many_at_once_all_are_kept_and_each_idempotency_key_once() {
    ValuationStore store = store();
    List<StoredValuation> kept =
        Flux.range(0, 400)
            .map(i -> i % 4 == 0 ? valuation("ada", "order " + i % 8, null) : of("ada"))
            .flatMap(store::keep, 400)
            .collectList()
            .blockOptional()
            .orElseThrow();

    assertThat(kept).hasSize(400);
    assertThat(get(store.newest(Wanted.all("ada"), 1000))).hasSize(302).containsAll(kept);
  }
}
