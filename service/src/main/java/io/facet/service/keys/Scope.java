package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key opens. */
public enum Scope {
  ESTIMATES,
  VALUATIONS,
  APPRAISALS,
  COLLECTION,
  METRICS,
  ADMIN;

  /** The scope with that label. */
  public static Optional<Scope> of(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label().equals(label)).findFirst();
  }

  /** The scope as files and answers say it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
