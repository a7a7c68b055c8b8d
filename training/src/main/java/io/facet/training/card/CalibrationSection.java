package io.facet.training.card;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Interval;
import io.facet.training.evaluation.Priced;
import java.util.List;
import java.util.function.Predicate;

/** Whether ranges hold as many prices as they say, band by band of weight. */
final class CalibrationSection {

  /** The ranges that a stone is given: what they promise, and whether one held the price. */
  private record Promise(double coverage, Predicate<Priced> held) {}

  private static final List<Promise> PROMISES =
      List.of(new Promise(CrossValidation.COVERAGE, Priced::held));

  private CalibrationSection() {}

  static String of(CrossValidation validation) {
    MarkdownTable table =
        new MarkdownTable("weight", "range", "stones", "held", "coverage, % (95 % interval)");
    for (Promise promise : PROMISES) {
      row(table, "all", promise, validation.priced());
      CaratBands.split(validation.priced())
          .forEach((band, stones) -> row(table, band, promise, stones));
    }
    return """
        ## How often its ranges hold

        Each range was calibrated on the stones of the other folds, so no stone helped to draw its own. Intervals are
        Wilson's.

        %s"""
        .formatted(table);
  }

  private static void row(MarkdownTable table, String band, Promise promise, List<Priced> stones) {
    long held = stones.stream().filter(promise.held()).count();
    Interval share = Interval.wilson(held, stones.size());
    table.row(
        band,
        Numbers.number("%.0f %%", 100 * promise.coverage()),
        Integer.toString(stones.size()),
        Long.toString(held),
        Numbers.number("%.1f", 100.0 * held / stones.size())
            + Numbers.interval("%.1f", new Interval(100 * share.low(), 100 * share.high())));
  }
}
