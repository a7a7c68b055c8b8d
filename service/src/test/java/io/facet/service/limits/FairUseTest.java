package io.facet.service.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.keys.ApiKey;
import io.facet.service.keys.Plan;
import io.facet.service.keys.Scope;
import io.facet.service.limits.Allowance.Verdict;
import io.facet.service.limits.DailyUse.Account;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class FairUseTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int DAY = (int) (NOON.getEpochSecond() / 86_400);

  private Instant now = NOON;
  private final DailyUse daily = new DailyUse(() -> now);
  private final FairUse fairUse =
      new FairUse(
          daily,
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return now.toEpochMilli() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
              return true;
            }
          });

  @Test
  void a_minute_holds_as_many_as_the_plan_says_and_fills_up_evenly() {
    ApiKey key = key("a", Plan.SANDBOX);
    for (int i = 0; i < 120; i++) {
      assertThat(take(key, 1).verdict()).isEqualTo(Verdict.GRANTED);
    }
    assertThat(take(key, 1))
        .extracting(Allowance::verdict, Allowance::retryAfter)
        .containsExactly(Verdict.TOO_FAST, 1);

    now = now.plus(Duration.ofSeconds(30));
    assertThat(take(key, 60).verdict()).isEqualTo(Verdict.GRANTED);
    assertThat(take(key, 1).verdict()).isEqualTo(Verdict.TOO_FAST);
  }

  @Test
  void each_key_has_a_minute_of_its_own_and_the_business_one_day() {
    take(key("a", Plan.SANDBOX), 100);

    Allowance other = take(key("b", Plan.SANDBOX), 1);
    assertThat(other.left()).isEqualTo(119);
    assertThat(other.leftToday()).isEqualTo(1_899);
  }

  @Test
  void a_day_ends_at_midnight() {
    ApiKey key = key("a", Plan.SANDBOX);
    daily.elsewhere(DAY, new Account("Rossi", Plan.SANDBOX), 1_999);
    assertThat(take(key, 1).leftToday()).isZero();
    Allowance spent = take(key, 1);
    assertThat(spent.verdict()).isEqualTo(Verdict.SPENT);
    assertThat(spent.retryAfter()).isEqualTo(12 * 3600);

    now = now.plus(Duration.ofHours(12));
    assertThat(take(key, 1).leftToday()).isEqualTo(1_999);
  }

  @Test
  void what_is_refused_is_not_counted() {
    ApiKey key = key("a", Plan.SANDBOX);
    take(key, 121);
    daily.elsewhere(DAY, new Account("Rossi", Plan.SANDBOX), 1_900);
    take(key, 101);

    assertThat(take(key, 100))
        .extracting(Allowance::left, Allowance::leftToday)
        .containsExactly(20L, 0L);
  }

  @Test
  void an_admin_has_no_limits() {
    ApiKey admin = key("a", Plan.SANDBOX, Scope.ADMIN, Scope.ESTIMATES);

    assertThat(fairUse.take(admin, 1_000_000)).isNull();
  }

  @Test
  void it_is_told_in_the_form_of_the_ietf_draft() {
    HttpHeaders headers = new HttpHeaders();
    take(key("a", Plan.STANDARD), 30).tell(headers);

    assertThat(headers.getFirst("RateLimit-Policy"))
        .isEqualTo("\"minute\";q=1200;w=60, \"day\";q=100000;w=86400");
    assertThat(headers.getFirst("RateLimit"))
        .isEqualTo("\"minute\";r=1170;t=2, \"day\";r=99970;t=43200");
  }

  @Test
  void the_buckets_of_keys_that_are_gone_are_forgotten() {
    take(key("a", Plan.SANDBOX), 100);
    fairUse.keepOnly(Set.of("b"));

    assertThat(take(key("a", Plan.SANDBOX), 1).left()).isEqualTo(119);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 250, 499, 1000})
  void within_a_minute_nobody_gets_more_than_twice_what_the_plan_says(int pause) {
    ApiKey key = key("a", Plan.SANDBOX);
    int granted = 0;
    for (int elapsed = 0; elapsed < 60_000; elapsed += pause) {
      now = NOON.plusMillis(elapsed);
      granted += take(key, 1).verdict() == Verdict.GRANTED ? 1 : 0;
    }

    assertThat(granted).isBetween(Math.min(120, 60_000 / pause), 240);
  }

  private Allowance take(ApiKey key, long units) {
    return Objects.requireNonNull(fairUse.take(key, units));
  }

  private static ApiKey key(String id, Plan plan, Scope... scopes) {
    return new ApiKey(id, "shop", "Rossi", Set.of(scopes), plan, "00ff", NOON, null, null, null);
  }
}
