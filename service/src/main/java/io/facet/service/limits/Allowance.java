package io.facet.service.limits;

import io.facet.service.keys.Plan;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/**
 * What a key may still ask, in the words of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param left in this minute
 * @param secondsToFull until the minute's tokens are all there again
 * @param leftToday until midnight UTC
 */
public record Allowance(
    Plan plan,
    Verdict verdict,
    long left,
    int secondsToFull,
    long leftToday,
    int secondsUntilTomorrow,
    int retryAfter) {

  public static final String LIMIT = "RateLimit";
  public static final String POLICY = "RateLimit-Policy";

  private static final long NANOS = 1_000_000_000;
  private static final Map<Plan, String> POLICIES =
      Arrays.stream(Plan.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  Allowance::policy,
                  (one, other) -> one,
                  () -> new EnumMap<>(Plan.class)));

  /** What becomes of the request. */
  public enum Verdict {
    GRANTED,
    TOO_FAST,
    SPENT
  }

  static Allowance granted(Plan plan, long left, long leftToday, int untilTomorrow) {
    return new Allowance(
        plan, Verdict.GRANTED, left, secondsToFull(plan, left), leftToday, untilTomorrow, 0);
  }

  static Allowance tooFast(
      Plan plan, long left, long nanosToWait, long leftToday, int untilTomorrow) {
    return new Allowance(
        plan,
        Verdict.TOO_FAST,
        left,
        secondsToFull(plan, left),
        leftToday,
        untilTomorrow,
        // More than a minute holds can't be waited for: it must be asked in parts.
        (int) Math.min(60, (nanosToWait - 1) / NANOS + 1));
  }

  static Allowance spent(Plan plan, long leftToday, int untilTomorrow) {
    return new Allowance(plan, Verdict.SPENT, 0, 0, leftToday, untilTomorrow, untilTomorrow);
  }

  private static int secondsToFull(Plan plan, long left) {
    return (int) (((plan.perMinute() - left) * 60 + plan.perMinute() - 1) / plan.perMinute());
  }

  private static String policy(Plan plan) {
    return "\"minute\";q=%d;w=60, \"day\";q=%d;w=86400".formatted(plan.perMinute(), plan.perDay());
  }

  /** Says it in the headers of an answer. */
  public void tell(HttpHeaders headers) {
    headers.set(POLICY, String.valueOf(POLICIES.get(plan)));
    StringBuilder text = new StringBuilder(64);
    if (verdict != Verdict.SPENT) {
      text.append("\"minute\";r=").append(left).append(";t=").append(secondsToFull).append(", ");
    }
    text.append("\"day\";r=").append(leftToday).append(";t=").append(secondsUntilTomorrow);
    headers.set(LIMIT, text.toString());
  }

  /** Why it may not be asked now; empty when it may. */
  public Optional<ProblemException> refusal() {
    return switch (verdict) {
      case GRANTED -> Optional.empty();
      case TOO_FAST ->
          Optional.of(
              problem(
                  ProblemType.RATE_LIMITED,
                  "The plan %s allows %,d a minute. Go on in %d s."
                      .formatted(plan.label(), plan.perMinute(), retryAfter)));
      case SPENT ->
          Optional.of(
              problem(
                  ProblemType.QUOTA_SPENT,
                  "The plan %s allows %,d a day, for all keys of a business together. It goes on at midnight UTC."
                      .formatted(plan.label(), plan.perDay())));
    };
  }

  private ProblemException problem(ProblemType type, String detail) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
    return new ProblemException(type, detail, headers);
  }
}
