package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a business has agreed on: how fast it may ask, and how much a day. */
public enum Plan {
  /** To try things out. Costs nothing. */
  SANDBOX(120, 2_000),
  STANDARD(1_200, 100_000),
  BUSINESS(1_200_000, 100_000_000),
  /** Our own people and programs. */
  HOUSE(6_000_000, 1_000_000_000);

  private final int perMinute;
  private final int perDay;

  Plan(int perMinute, int perDay) {
    this.perMinute = perMinute;
    this.perDay = perDay;
  }

  /** The plan with that label. */
  public static Optional<Plan> of(String label) {
    return Arrays.stream(values()).filter(plan -> plan.label().equals(label)).findFirst();
  }

  /** The plan of a key from before there were plans. */
  static Plan forScopes(Set<Scope> scopes) {
    return scopes.contains(Scope.COLLECTION) ? HOUSE : BUSINESS;
  }

  /** Stones and other requests a minute, for each key. */
  public int perMinute() {
    return perMinute;
  }

  /** Stones and other requests a day (UTC), for all keys of a business with this plan. */
  public int perDay() {
    return perDay;
  }

  /** The plan as tables and answers say it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
