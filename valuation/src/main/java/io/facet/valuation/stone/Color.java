package io.facet.valuation.stone;

/** The color grade, from J (faint tint, worst here) to D (colorless, best). */
public enum Color implements Grade {
  J,
  I,
  H,
  G,
  F,
  E,
  D;

  @Override
  public String spelling() {
    return name();
  }
}
