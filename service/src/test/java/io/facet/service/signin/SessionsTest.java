package io.facet.service.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Keyring;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.facet.service.keys.TestKeys;
import io.facet.service.problems.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sessions of two processes on one store, with a clock of their own. */
class SessionsTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final SessionSettings SETTINGS =
      new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12));
  private static final ApiKey STAFF = key(NOON.plus(Duration.ofDays(1)));

  private Instant now = NOON;
  private final InMemorySessionStore store = new InMemorySessionStore();
  private final Pod here = new Pod(STAFF);
  private final Pod there = new Pod(STAFF);

  private final class Pod {

    private final KnownSessions known = new KnownSessions();
    private final Sessions sessions;
    private final SessionWatch watch = new SessionWatch(store, known, SETTINGS, () -> now);

    Pod(ApiKey... keys) {
      Keyring ring = TestKeys.ring(() -> now, keys);
      sessions = new Sessions(store, known, ring, SETTINGS, () -> now);
    }

    SessionToken open() {
      return sessions.open(STAFF).blockOptional().orElseThrow();
    }

    Optional<SignedIn> find(SessionToken token) {
      return sessions.find(token).blockOptional();
    }
  }

  private static ApiKey key(Instant expiresAt) {
    return new ApiKey(
        "aaaaaaaaaaaaaaaa",
        "staff",
        "house",
        Set.of(Scope.ESTIMATES),
        Plan.HOUSE,
        "00ff",
        NOON,
        expiresAt,
        null,
        null);
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  @Test
  void a_session_opens_what_its_key_does_in_every_process() {
    SessionToken token = here.open();

    assertThat(here.find(token)).map(SignedIn::key).contains(STAFF);
    assertThat(there.find(token)).map(SignedIn::key).contains(STAFF);
  }

  @Test
  void a_token_that_was_never_given_opens_nothing() {
    SessionToken strange = new SessionToken("A".repeat(43));

    assertThat(here.sessions.remembers(strange)).isFalse();
    assertThat(here.find(strange)).isEmpty();
    assertThat(here.sessions.remembers(strange)).isTrue();
  }

  @Test
  void whoever_asks_nothing_for_half_an_hour_is_signed_out() {
    SessionToken token = here.open();

    after(Duration.ofMinutes(29));
    assertThat(here.find(token)).isPresent();
    after(Duration.ofMinutes(29));
    assertThat(here.find(token)).isPresent();
    after(Duration.ofMinutes(30));
    assertThat(here.find(token)).isEmpty();
    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void after_twelve_hours_everybody_is_signed_out_and_knows_before() {
    SessionToken token = here.open();
    assertThat(here.find(token)).map(SignedIn::expiresAt).contains(NOON.plusSeconds(30 * 60));

    for (int i = 0; i < 35; i++) {
      after(Duration.ofMinutes(20));
      assertThat(here.find(token)).isPresent();
    }

    assertThat(here.find(token)).map(SignedIn::expiresAt).contains(NOON.plus(SETTINGS.longest()));
    after(Duration.ofMinutes(20));
    assertThat(here.find(token)).isEmpty();
  }

  @Test
  void a_session_that_is_used_in_one_process_does_not_end_in_another() {
    SessionToken token = here.open();
    assertThat(there.find(token)).isPresent();
    for (int i = 0; i < 4; i++) {
      after(Duration.ofMinutes(10));
      assertThat(here.find(token)).isPresent();
      here.watch.look();
    }

    assertThat(there.find(token)).isPresent();
  }

  @Test
  void when_a_session_was_last_seen_is_written_once_a_minute_at_most() {
    SessionToken token = here.open();
    here.watch.look();
    after(Duration.ofSeconds(59));
    here.find(token);
    here.watch.look();
    assertThat(lastSeen(token)).isEqualTo(NOON);

    after(Duration.ofSeconds(1));
    here.find(token);
    here.watch.look();
    assertThat(lastSeen(token)).isEqualTo(NOON.plusSeconds(60));

    after(Duration.ofSeconds(59));
    here.find(token);
    here.watch.look();
    assertThat(lastSeen(token)).isEqualTo(NOON.plusSeconds(60));
  }

  private Instant lastSeen(SessionToken token) {
    return store.find(token.hash()).map(Session::lastSeenAt).blockOptional().orElseThrow();
  }

  @Test
  void a_busy_page_costs_no_queries() {
    SessionToken token = here.open();
    int before = store.asked();

    for (int i = 0; i < 100; i++) {
      assertThat(here.find(token)).isPresent();
    }

    assertThat(store.asked()).isEqualTo(before);
  }

  @Test
  void signing_out_ends_the_session_here_at_once_and_elsewhere_within_a_round() {
    SessionToken token = here.open();
    there.find(token);

    here.sessions.end(token).block();

    assertThat(here.find(token)).isEmpty();
    there.watch.look();
    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void a_key_that_has_ended_ends_its_sessions() {
    SessionToken token = here.open();
    Pod later = new Pod(key(NOON.plusSeconds(5)));
    assertThat(later.find(token)).isPresent();

    after(Duration.ofSeconds(5));

    assertThat(later.find(token)).isEmpty();
    assertThat(new Pod().find(token)).isEmpty();
  }

  @Test
  void with_the_store_away_known_sessions_go_on_and_nobody_signs_in() {
    SessionToken token = here.open();
    store.goAway();
    here.watch.look();

    assertThat(here.find(token)).isPresent();
    assertThatThrownBy(here::open).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> there.find(token)).isInstanceOf(ProblemException.class);
  }

  @Test
  void a_sign_out_that_the_store_could_not_be_told_is_told_when_it_is_back() {
    SessionToken token = here.open();
    there.find(token);
    store.goAway();
    assertThatThrownBy(() -> here.sessions.end(token).block()).isInstanceOf(ProblemException.class);
    assertThat(here.find(token)).isEmpty();
    assertThat(there.find(token)).isPresent();

    store.comeBack();
    here.watch.look();
    there.watch.look();

    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void what_ended_while_a_process_was_cut_off_for_long_is_not_open_there_afterwards() {
    SessionToken token = here.open();
    there.watch.look();
    there.find(token);
    here.sessions.end(token).block();
    for (int i = 0; i < 8; i++) {
      after(Duration.ofMinutes(15));
      Optional.ofNullable(there.known.find(token.hash()))
          .orElseThrow()
          .seen()
          .set(now.toEpochMilli());
      here.watch.look();
    }
    assertThat(store.find(token.hash()).blockOptional()).isEmpty();

    there.watch.look();

    assertThat(there.find(token)).isEmpty();
  }

  @Test
  void what_is_over_is_cleared_away() {
    SessionToken ended = here.open();
    SessionToken idle = here.open();
    SessionToken used = here.open();
    here.sessions.end(ended).block();
    for (int i = 0; i < 12; i++) {
      after(Duration.ofMinutes(11));
      here.find(used);
      here.watch.look();
    }

    assertThat(store.find(ended.hash()).blockOptional()).isEmpty();
    assertThat(store.find(idle.hash()).blockOptional()).isEmpty();
    assertThat(store.find(used.hash()).blockOptional()).isPresent();
  }
}
