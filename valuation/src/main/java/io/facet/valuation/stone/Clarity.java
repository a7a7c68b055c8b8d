package io.facet.valuation.stone;

/** The clarity grade, from I1 (inclusions seen by the naked eye) to IF (internally flawless). */
public enum Clarity implements Grade {
  I1,
  SI2,
  SI1,
  VS2,
  VS1,
  VVS2,
  VVS1,
  IF;

  @Override
  public String spelling() {
    return name();
  }
}
