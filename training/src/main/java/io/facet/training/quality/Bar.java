package io.facet.training.quality;

import java.math.BigDecimal;

/**
 * Where a measure may lie.
 *
 * @param low the least that is well
 * @param high the most
 */
public record Bar(double low, double high) {

  static final Bar NONE = new Bar(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Bar between(double low, double high) {
    return new Bar(low, high);
  }

  static Bar atMost(double high) {
    return new Bar(Double.NEGATIVE_INFINITY, high);
  }

  static Bar atLeast(double low) {
    return new Bar(low, Double.POSITIVE_INFINITY);
  }

  /** {@code words} with its own numbers for {@code {low}} and {@code {high}}. */
  String in(String words) {
    return words.replace("{low}", text(low)).replace("{high}", text(high));
  }

  /** The bar alone, as in <i>usual: 55 to 70</i>. */
  String words() {
    if (Double.isInfinite(low)) {
      return "at most " + text(high);
    }
    return Double.isInfinite(high) ? "at least " + text(low) : text(low) + " to " + text(high);
  }

  private static String text(double number) {
    return Double.isInfinite(number)
        ? Double.toString(number)
        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
