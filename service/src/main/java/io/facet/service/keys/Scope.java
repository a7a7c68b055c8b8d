package io.facet.service.keys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a key opens. */
public enum Scope {
  ESTIMATES,
  VALUATIONS,
  APPRAISALS,
  COLLECTION,
  METRICS,
  ADMIN;

  /** The scope as files and answers say it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
