package io.facet.valuation;

import io.facet.valuation.stone.Factor;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * One step of the ladder from the reference stone to this one.
 *
 * @param factor what differs
 * @param value this stone's value, in the unit of {@code factor}
 * @param referenceValue the reference stone's value
 * @param multiplier what the difference multiplies the price by; 1 where there is none
 * @param usd what the step adds on the ladder, in USD and whole cents
 */
public record Reason(
    Factor factor, double value, double referenceValue, double multiplier, BigDecimal usd) {

  /** The value as a jeweller writes it, such as {@code 0.72 ct}. */
  public String valueText() {
    return factor.format(value);
  }

  /** The reference stone's value as a jeweller writes it. */
  public String referenceText() {
    return factor.format(referenceValue);
  }

  /** The step as a sentence, such as {@code Color D rather than G: +14.0 %}. */
  public String text() {
    String percent = String.format(Locale.ROOT, "%+.1f %%", 100 * (multiplier - 1));
    // The unit says that the first factor is a weight; the others need their name.
    String own = valueText();
    String what = factor == Factor.CARAT ? own : capitalized() + " " + own;
    if (value == referenceValue) {
      return what + ", as the reference stone: no change";
    }
    String reference = referenceText();
    return own.equals(reference)
        ? what + ", much as the reference stone: " + percent
        : what + " rather than " + reference + ": " + percent;
  }

  private String capitalized() {
    return Character.toUpperCase(factor.words().charAt(0)) + factor.words().substring(1);
  }
}
