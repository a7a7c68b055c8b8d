package io.facet.training.cli;

import io.facet.training.accuracy.Accuracy;
import io.facet.training.accuracy.Spread;
import io.facet.training.evaluation.Figures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the accuracy bench found, as tables and as JSON.
 *
 * @param data name of the file of the collection
 * @param market name of the file of the market
 * @param seed of all that was random
 * @param size of a collection
 * @param shared stones of the market with the nine features of one of the collection
 * @param given each family on the two files as they are
 * @param drawn each family on random collections out of both
 */
record AccuracyReport(
    String data,
    String market,
    long seed,
    int size,
    long shared,
    List<Accuracy> given,
    List<List<Accuracy>> drawn) {

  void print(PrintWriter out) {
    out.printf("%nOut of fold on %s, seed %d%n", data, seed);
    FigureTable.print(out, figures(Accuracy::outOfFold));
    out.printf("%nFinal test: learned from %s, asked about %s%n", data, market);
    FigureTable.print(out, figures(Accuracy::unseen));
    out.printf("%,d of them have the nine features of a stone of %s%n", shared, data);
    out.printf("%nShare of the prices of %s in the 90 %% range, %%%n", market);
    List<String> bands = List.copyOf(given.getFirst().unseenByCarat().keySet());
    out.printf("%-14s", "");
    bands.forEach(band -> out.printf(" %13s", band));
    out.println();
    for (Accuracy accuracy : given) {
      out.printf("%-14s", accuracy.family());
      accuracy
          .unseenByCarat()
          .values()
          .forEach(band -> out.printf(Locale.ROOT, " %13.1f", band.coverage()));
      out.println();
    }
    out.printf(
        "%n%-14s %24s %22s %9s%n",
        "", "width to a constant band", "reasons off by at most", "fit s");
    for (Accuracy accuracy : given) {
      out.printf(
          Locale.ROOT,
          "%-14s %24.3f %22.1e %9.1f%n",
          accuracy.family(),
          accuracy.widthToConstant(),
          accuracy.reasonsError(),
          accuracy.fitSeconds());
    }
    FallTable.print(out, data, given);
    if (!drawn.isEmpty()) {
      printDrawn(out);
    }
  }

  private void printDrawn(PrintWriter out) {
    out.printf(
        "%n%d random collections of %,d stones out of both files, seeds %s, asked about the rest:"
            + " mean ± standard deviation%n",
        drawn.size(),
        size,
        seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    out.printf(
        "%-14s %16s %16s %16s %14s %14s%n", "", "R²", "MAE $", "RMSE $", "MAPE %", "in range %");
    spreads()
        .forEach(
            (family, figures) ->
                out.printf(
                    "%-14s %16s %16s %16s %14s %14s%n",
                    family,
                    text(figures.get("r2"), 4),
                    text(figures.get("mae_usd"), 2),
                    text(figures.get("rmse_usd"), 2),
                    text(figures.get("mape_percent"), 2),
                    text(figures.get("coverage_percent"), 1)));
  }

  String json() {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("data", data);
    answer.put("market", market);
    answer.put("seed", seed);
    answer.put("shared_stones", shared);
    Map<String, @Nullable Object> families = new LinkedHashMap<>();
    given.forEach(accuracy -> families.put(accuracy.family(), json(accuracy)));
    answer.put("families", families);
    if (!drawn.isEmpty()) {
      Map<String, @Nullable Object> collections = new LinkedHashMap<>();
      collections.put("stones", size);
      collections.put("seeds", seeds());
      spreads().forEach((family, figures) -> collections.put(family, spreads(figures)));
      answer.put("collections", collections);
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private static Map<String, @Nullable Object> json(Accuracy accuracy) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("out_of_fold", figures(accuracy.outOfFold()));
    answer.put("market", figures(accuracy.unseen()));
    Map<String, @Nullable Object> bands = new LinkedHashMap<>();
    accuracy.unseenByCarat().forEach((band, of) -> bands.put(band, figures(of)));
    answer.put("market_by_carat", bands);
    answer.put("width_to_constant_band", finite(accuracy.widthToConstant()));
    answer.putAll(FallTable.json(accuracy.rising()));
    answer.put("reasons_error", accuracy.reasonsError());
    answer.put("fit_seconds", accuracy.fitSeconds());
    return answer;
  }

  private static Map<String, @Nullable Object> figures(Figures of) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("stones", of.stones());
    of.named().forEach((name, value) -> figures.put(name, finite(value)));
    return figures;
  }

  private static Map<String, @Nullable Object> spreads(Map<String, Spread> of) {
    Map<String, @Nullable Object> spreads = new LinkedHashMap<>();
    of.forEach(
        (name, spread) -> {
          spreads.put(name, finite(spread.mean()));
          spreads.put(name + "_sd", finite(spread.deviation()));
        });
    return spreads;
  }

  private Map<String, Figures> figures(Function<Accuracy, Figures> which) {
    Map<String, Figures> table = new LinkedHashMap<>();
    given.forEach(accuracy -> table.put(accuracy.family(), which.apply(accuracy)));
    return table;
  }

  private Map<String, Map<String, Spread>> spreads() {
    Map<String, Map<String, Spread>> spreads = new LinkedHashMap<>();
    for (int family = 0; family < given.size(); family++) {
      List<Accuracy> collections = new ArrayList<>();
      for (List<Accuracy> collection : drawn) {
        collections.add(collection.get(family));
      }
      spreads.put(given.get(family).family(), Spread.of(collections));
    }
    return spreads;
  }

  private List<Long> seeds() {
    return LongStream.rangeClosed(seed + 1, seed + drawn.size()).boxed().toList();
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String text(@Nullable Spread spread, int digits) {
    return spread == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%." + digits + "f ± %." + digits + "f",
            spread.mean(),
            spread.deviation());
  }
}
