package io.facet.service.metering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a request. */
public enum Outcome {
  OK,
  /** What was answered before under the same idempotency key: never billed. */
  REPLAYED,
  /** By the caller's fault: 4xx. */
  REFUSED,
  /** More was asked than the plan allows: 429. */
  LIMITED,
  /** By our fault: 5xx. */
  FAILED;

  public static Outcome of(int status) {
    if (status == 429) {
      return LIMITED;
    } else if (status >= 500) {
      return FAILED;
    }
    return status >= 400 ? REFUSED : OK;
  }

  /** The outcome as tables and answers say it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome with that label. */
  public static Outcome of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
