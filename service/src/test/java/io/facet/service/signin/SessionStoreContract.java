package io.facet.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
interface SessionStoreContract {

  Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  Session ADA = session("a".repeat(64));
  Session BEN = session("b".repeat(64));

  /** An empty store. */
  SessionStore store();

  private static Session session(String tokenHash) {
    return new Session(tokenHash, "aaaaaaaaaaaaaaaa", NOON, NOON, null);
  }

  private static Instant later(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  default void what_was_opened_is_found_again_and_nothing_else() {
    SessionStore store = store();
    store.open(ADA).block();

    assertThat(store.find(ADA.tokenHash()).block()).isEqualTo(ADA);
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isEmpty();
  }

  @Test
  default void a_session_ends_once() {
    SessionStore store = store();
    store.open(ADA).block();
    store.end(ADA.tokenHash(), later(1)).block();
    store.end(ADA.tokenHash(), later(2)).block();
    store.end(BEN.tokenHash(), later(1)).block();

    assertThat(store.find(ADA.tokenHash()).blockOptional())
        .map(Session::endedAt)
        .contains(later(1));
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isEmpty();
  }

  @Test
  default void those_that_ended_since_a_time_are_told() {
    SessionStore store = store();
    store.open(ADA).block();
    store.open(BEN).block();
    store.end(ADA.tokenHash(), later(1)).block();

    assertThat(store.endedSince(later(0)).block()).containsExactly(ADA.tokenHash());
    assertThat(store.endedSince(later(1)).block()).containsExactly(ADA.tokenHash());
    assertThat(store.endedSince(later(2)).block()).isEmpty();
  }

  @Test
  default void when_it_was_last_seen_is_the_latest_time() {
    SessionStore store = store();
    store.open(ADA).block();
    store.seen(Map.of(ADA.tokenHash(), later(9), BEN.tokenHash(), later(9))).block();
    store.seen(Map.of(ADA.tokenHash(), later(8))).block();

    assertThat(store.find(ADA.tokenHash()).map(Session::lastSeenAt).block()).isEqualTo(later(9));
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isEmpty();
  }

  @Test
  default void what_ended_long_ago_is_forgotten() {
    SessionStore store = store();
    store.open(ADA).block();
    store.open(BEN).block();
    store.end(ADA.tokenHash(), later(1)).block();
    store.forget(later(1), NOON, NOON).block();
    assertThat(store.find(ADA.tokenHash()).blockOptional()).isPresent();

    store.forget(later(2), NOON, NOON).block();

    assertThat(store.find(ADA.tokenHash()).blockOptional()).isEmpty();
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isPresent();
  }

  @Test
  default void what_was_not_seen_for_long_or_opened_long_ago_is_forgotten() {
    SessionStore store = store();
    store.open(ADA).block();
    store.open(BEN).block();
    store.seen(Map.of(BEN.tokenHash(), later(5))).block();

    store.forget(NOON, later(5), NOON).block();
    assertThat(store.find(ADA.tokenHash()).blockOptional()).isEmpty();
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isPresent();

    store.forget(NOON, NOON, later(1)).block();
    assertThat(store.find(BEN.tokenHash()).blockOptional()).isEmpty();
  }
}
