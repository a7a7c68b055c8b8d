package io.facet.training.card;

import io.facet.training.evaluation.Interval;
import java.util.Locale;

/** Numbers as the card writes them, in no country's fashion. */
final class Numbers {

  private Numbers() {}

  static String number(String format, double number) {
    String text = String.format(Locale.ROOT, format, number);
    return text.matches("[+-]0(\\.0*)?") ? text.substring(1) : text;
  }

  /** The interval behind a figure; blank where there is none. */
  static String interval(String format, Interval interval) {
    return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
        ? " (" + number(format, interval.low()) + " to " + number(format, interval.high()) + ")"
        : "";
  }
}
