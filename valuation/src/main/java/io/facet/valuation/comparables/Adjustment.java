package io.facet.valuation.comparables;

import io.facet.valuation.stone.Factor;
import java.util.Locale;

/**
 * What one attribute changes on the way from a comparable to the asked stone.
 *
 * @param factor what may differ
 * @param multiplier what the difference multiplies the price by; 1 where there is none
 */
public record Adjustment(Factor factor, double multiplier) {

  /** The multiplier or its inverse, whichever is not below 1: how much was adjusted either way. */
  double size() {
    return Math.max(multiplier, 1 / multiplier);
  }

  /** Whether it shows when prices are written to a tenth of a percent. */
  public boolean isNoticeable() {
    return Math.abs(multiplier - 1) >= .0005;
  }

  /** Such as {@code color -5.0 %}. */
  public String text() {
    return String.format(Locale.ROOT, "%s %+.1f %%", factor.words(), 100 * (multiplier - 1));
  }
}
