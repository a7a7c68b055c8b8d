package io.facet.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.service.keys.KeyStore.Change;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.store.TimedIds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of keys does. */
interface KeyStoreContract {

  Instant MADE = Instant.parse("2026-11-23T10:15:00Z");
  ApiKey ADA = key("aaaaaaaaaaaaaaaa", "Ada", Set.of(Scope.ESTIMATES, Scope.VALUATIONS));
  ApiKey BEN = key("bbbbbbbbbbbbbbbb", "Ben", Set.of());
  TimedIds EVENTS = new TimedIds("kev_", Clock.systemUTC());

  /** An empty store. */
  KeyStore store();

  static ApiKey key(String id, String name, Set<Scope> scopes) {
    return new ApiKey(id, name, "Ada & Ben", scopes, Plan.STANDARD, "00ff", MADE, null, null, null);
  }

  static KeyEvent event(KeyEvent.Action action, ApiKey key) {
    TimedIds.TimedId id = EVENTS.next();
    return new KeyEvent(id.text(), id.at(), action, key.id(), key.business(), BEN.id(), "r-1");
  }

  private static <T> T get(Mono<T> mono) {
    return mono.blockOptional().orElseThrow();
  }

  private static KeptKeys keep(KeyStore store, ApiKey... keys) {
    return get(store.change(kept -> new Change(List.of(keys), List.of())));
  }

  @Test
  default void a_new_store_knows_no_key() {
    KeyStore store = store();

    assertThat(get(store.all()).keys()).isEmpty();
    assertThat(get(store.lastUses())).isEmpty();
    assertThat(get(store.events(Optional.empty(), 10))).isEmpty();
  }

  @Test
  default void what_is_kept_is_found_again_with_all_that_it_says() {
    ApiKey full =
        new ApiKey(
            "cccccccccccccccc",
            "Łódź 💎",
            "Rossi",
            Set.of(Scope.values()),
            Plan.SANDBOX,
            "00ff",
            MADE.plusSeconds(1),
            MADE.plusSeconds(60),
            MADE.plusSeconds(30),
            ADA.id());
    KeyStore store = store();

    assertThat(keep(store, full, BEN, ADA).keys()).containsExactly(ADA, BEN, full);
    assertThat(get(store.all()).keys()).containsExactly(ADA, BEN, full);
  }

  @Test
  default void a_key_with_a_known_id_replaces_it() {
    KeyStore store = store();
    keep(store, ADA, BEN);
    ApiKey revoked = ADA.revoked(MADE.plusSeconds(5));

    assertThat(keep(store, revoked).keys()).containsExactly(revoked, BEN);
  }

  @Test
  default void each_change_has_a_higher_number() {
    KeyStore store = store();
    long first = keep(store, ADA).revision();
    long second = keep(store, BEN).revision();

    assertThat(second).isGreaterThan(first);
    assertThat(get(store.revision())).isEqualTo(second);
    assertThat(get(store.all()).revision()).isEqualTo(second);
  }

  @Test
  default void a_change_that_is_refused_leaves_everything_as_it_was() {
    KeyStore store = store();
    KeptKeys before = keep(store, ADA);

    assertThatThrownBy(
            () ->
                get(
                    store.change(
                        kept -> {
                          throw new ProblemException(ProblemType.LAST_ADMIN_KEY, "no");
                        })))
        .isInstanceOf(ProblemException.class);
    assertThat(get(store.all())).isEqualTo(before);
  }

  @Test
  default void of_changes_at_the_same_time_each_sees_what_the_others_did() {
    KeyStore store = store();
    keep(store);

    Flux.range(0, 8)
        .flatMap(
            i ->
                store.change(
                    kept -> {
                      String next = "%016x".formatted(kept.keys().size());
                      return new Change(List.of(key(next, "n", Set.of())), List.of());
                    }))
        .blockLast();

    assertThat(get(store.all()).keys()).hasSize(8);
  }

  @Test
  default void the_last_use_is_the_latest_one() {
    KeyStore store = store();
    keep(store, ADA, BEN);
    store.used(Map.of(ADA.id(), MADE.plusSeconds(9))).block();
    store.used(Map.of(ADA.id(), MADE.plusSeconds(8), "eeeeeeeeeeeeeeee", MADE)).block();

    assertThat(get(store.lastUses())).isEqualTo(Map.of(ADA.id(), MADE.plusSeconds(9)));
  }

  @Test
  default void a_change_of_a_key_keeps_its_last_use() {
    KeyStore store = store();
    keep(store, ADA);
    store.used(Map.of(ADA.id(), MADE)).block();
    keep(store, ADA.revoked(MADE));

    assertThat(get(store.lastUses())).containsKey(ADA.id());
  }

  @Test
  default void events_are_listed_newest_first_and_go_on_after_a_cursor() {
    KeyStore store = store();
    KeyEvent first = event(KeyEvent.Action.ISSUED, ADA);
    KeyEvent second = event(KeyEvent.Action.ROTATED, ADA);
    KeyEvent third =
        new KeyEvent(
            EVENTS.next().text(), MADE, KeyEvent.Action.TAKEN_OVER, "x", "Ada", null, null);
    get(store.change(kept -> new Change(List.of(ADA), List.of(first))));
    get(store.change(kept -> new Change(List.of(), List.of(second, third))));

    assertThat(get(store.events(Optional.empty(), 2))).containsExactly(third, second);
    assertThat(get(store.events(Optional.of(second.id()), 2))).containsExactly(first);
  }
}
