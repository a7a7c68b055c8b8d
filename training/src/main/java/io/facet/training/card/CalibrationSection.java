package io.facet.training.card;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Interval;
import io.facet.training.evaluation.Priced;
import java.util.List;
import java.util.Map;

/** Whether ranges hold as many prices as they say, band by band of weight. */
final class CalibrationSection {

  private CalibrationSection() {}

  static String of(CrossValidation validation) {
    MarkdownTable table =
        new MarkdownTable("weight", "range", "stones", "held", "coverage, % (95 % interval)");
    validation.byCoverage().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            promise -> {
              row(table, "all", promise.getKey(), promise.getValue());
              CaratBands.split(promise.getValue())
                  .forEach((band, stones) -> row(table, band, promise.getKey(), stones));
            });
    return """
        ## How often its ranges hold

        Each range was calibrated on the stones of the other folds, so no stone's own error counts in its range (that of a
        stone of another fold, whose model had seen it, does). Where a stone is unfamiliar, the range served is wider than here. Intervals are
        Wilson's.

        %s"""
        .formatted(table);
  }

  private static void row(MarkdownTable table, String band, double coverage, List<Priced> stones) {
    long held = stones.stream().filter(Priced::held).count();
    Interval share = Interval.wilson(held, stones.size());
    table.row(
        band,
        Numbers.number("%.0f %%", 100 * coverage),
        Integer.toString(stones.size()),
        Long.toString(held),
        Numbers.number("%.1f", 100.0 * held / stones.size())
            + Numbers.interval("%.1f", new Interval(100 * share.low(), 100 * share.high())));
  }
}
