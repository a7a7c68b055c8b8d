package io.facet.registry.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far something has moved, from the least to the most. */
public enum Level {
  NONE,
  WARNING,
  ALARM;

  /** From where on a population stability index is a warning: the usual mark. */
  public static final double PSI_OF_WARNING = .1;

  /** The same for an alarm. */
  public static final double PSI_OF_ALARM = .25;

  /** The level of {@code psi}, a population stability index less what chance alone makes of it. */
  public static Level ofPsi(double psi) {
    return psi >= PSI_OF_ALARM ? ALARM : psi >= PSI_OF_WARNING ? WARNING : NONE;
  }

  /** As files and answers say it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String words() {
    return this == ALARM ? "ALARM" : label();
  }
}
