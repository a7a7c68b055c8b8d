package io.facet.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of US dollars as they are shown. */
public final class Usd {

  private Usd() {}

  /** {@code usd} rounded to whole cents, half to even. */
  public static BigDecimal cents(double usd) {
    return BigDecimal.valueOf(usd).setScale(2, RoundingMode.HALF_EVEN);
  }
}
