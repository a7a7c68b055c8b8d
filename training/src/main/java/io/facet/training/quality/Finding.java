package io.facet.training.quality;

import io.facet.training.stones.SetAside;
import java.math.BigDecimal;

/**
 * One place where a rule doesn't hold.
 *
 * @param rule which
 * @param line of the file, counted from 1; 0 for the file as a whole
 * @param column what is wrong, or {@code row}, or {@code file}
 * @param value what stands there, shortened
 * @param reason what is wrong with it, and what may have happened
 */
public record Finding(Rule rule, long line, String column, String value, String reason) {

  private static final int SHOWN = 60;

  public Finding {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  static Finding ofFile(Rule rule, String reason) {
    return new Finding(rule, 0, "file", "", reason);
  }

  static Finding of(Rule rule, long line, String column, double value, String reason) {
    String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return new Finding(rule, line, column, text, reason);
  }

  /** The same as training data says it. */
  public SetAside setAside(String file) {
    return new SetAside(file, line, column, value, reason);
  }
}
