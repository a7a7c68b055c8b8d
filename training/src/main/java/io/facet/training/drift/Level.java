package io.facet.training.drift;

/** How far something has moved, from the least to the most. */
public enum Level {
  NONE,
  WARNING,
  ALARM;

  /** For people. */
  public String words() {
    return switch (this) {
      case NONE -> "none";
      case WARNING -> "warning";
      case ALARM -> "ALARM";
    };
  }
}
