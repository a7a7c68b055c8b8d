package io.facet.training.cli;

import io.facet.training.accuracy.Accuracy;
import io.facet.training.evaluation.Falls;
import io.facet.training.evaluation.Falls.Steps;
import io.facet.training.evaluation.Rising;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where better stones cost less, family by family, as a table and for JSON. */
final class FallTable {

  private FallTable() {}

  static void print(PrintWriter out, String data, List<Accuracy> families) {
    out.printf(
        "%nBetter stones that cost less: on a grid of weights and grades, and a step from each stone"
            + " of %s%n",
        data);
    out.printf(
        "%-14s %11s %11s %9s %10s %16s %10s%n",
        "", "grid pairs", "grid falls", "%", "largest %", "around stones %", "largest %");
    for (Accuracy accuracy : families) {
      Steps grid = accuracy.rising().onGrid().all();
      Steps around = accuracy.rising().aroundStones().all();
      out.printf(
          Locale.ROOT,
          "%-14s %,11d %,11d %9.2f %10.2f %16.2f %10.2f%n",
          accuracy.family(),
          grid.pairs(),
          grid.falls(),
          grid.percent(),
          grid.largest(),
          around.percent(),
          around.largest());
    }
  }

  /** The metrics of a trained model, and both counts by factor. */
  static Map<String, @Nullable Object> json(Rising rising) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(rising.named());
    answer.put("falls_on_grid_by_factor", byFactor(rising.onGrid()));
    answer.put("falls_around_stones_by_factor", byFactor(rising.aroundStones()));
    return answer;
  }

  private static Map<String, @Nullable Object> byFactor(Falls falls) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    falls
        .byFactor()
        .forEach(
            (factor, steps) -> {
              Map<String, @Nullable Object> counts = new LinkedHashMap<>();
              counts.put("pairs", steps.pairs());
              counts.put("falls", steps.falls());
              counts.put("largest_percent", steps.largest());
              answer.put(factor.label(), counts);
            });
    return answer;
  }
}
