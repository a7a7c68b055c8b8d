package io.facet.valuation.stone;

import java.util.List;

/**
 * One reason why a description can't be a diamond, in a jeweller's words.
 *
 * @param feature what is wrong
 * @param detail what is wrong with it, such as {@code must be above 0 ct}
 * @param allowed the values that would do, where they can be listed; otherwise empty
 */
public record StoneProblem(Feature feature, String detail, List<String> allowed) {

  public StoneProblem {
    allowed = List.copyOf(allowed);
  }

  StoneProblem(Feature feature, String detail) {
    this(feature, detail, List.of());
  }

  /** The whole problem on one line. */
  @Override
  public String toString() {
    String text = feature.column() + ": " + detail;
    return allowed.isEmpty() ? text : text + " (allowed: " + String.join(", ", allowed) + ")";
  }
}
