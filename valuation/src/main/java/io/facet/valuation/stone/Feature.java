package io.facet.valuation.stone;

import java.util.Locale;

/** What is known of a stone: the nine columns of a file, the nine members of a request. */
public enum Feature {
  CARAT("ct"),
  CUT(""),
  COLOR(""),
  CLARITY(""),
  DEPTH("%"),
  TABLE("%"),
  X("mm"),
  Y("mm"),
  Z("mm");

  private final String unit;

  Feature(String unit) {
    this.unit = unit;
  }

  /** The column's or member's name, in lower case. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code ct}, {@code %}, {@code mm}, or empty for a grade. */
  public String unit() {
    return unit;
  }

  public boolean isGrade() {
    return unit.isEmpty();
  }
}
