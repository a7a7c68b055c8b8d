package io.facet.training.card;

import io.facet.training.evaluation.Bootstrap;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Interval;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.Segmentation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How close estimates come, over all stones and segment by segment, and how sure that is. */
final class FigureSection {

  private FigureSection() {}

  static String of(CrossValidation validation) {
    StringBuilder section =
        new StringBuilder(
            """
            ## How good it is

            Out of fold: every stone was priced by a model that had not seen it (with settings that were found on Don Francesco's
            stones as a whole). In brackets: 95 %% confidence intervals by
            bootstrap over the stones (%,d draws, fixed seed, percentiles); none for fewer than %d stones.

            """
                .formatted(Bootstrap.DRAWS, Bootstrap.FEWEST));
    section.append(overall(validation.priced()));
    section.append(
        """

        ![The expert's price against the estimate](training/actual-against-estimate.png)

        ![Mean absolute error by weight](training/error-by-carat.png)
        """);
    for (Segmentation segmentation : Segmentation.values()) {
      section.append("\n### By ").append(segmentation.words().toLowerCase(Locale.ROOT));
      section.append("\n\n").append(segments(segmentation, validation.priced()));
    }
    return section.toString();
  }

  private static String overall(List<Priced> priced) {
    Figures figures = Figures.of(priced);
    Map<String, Interval> intervals = Bootstrap.of(priced);
    MarkdownTable table = new MarkdownTable("all " + figures.stones() + " stones", "figure");
    table.row("R², share of the variance of prices explained", r2(figures, intervals));
    table.row("MAE, mean absolute error, USD", mae(figures, intervals));
    table.row(
        "RMSE, root of the mean squared error, USD",
        with("%.0f", figures.rmse(), intervals.get("rmse_usd")));
    table.row("MAPE, mean absolute error, % of the price", mape(figures, intervals));
    table.row("median absolute error, % of the price", medianApe(figures, intervals));
    table.row(
        "less than 10 % off, % of stones",
        with("%.1f", figures.within10(), intervals.get("within_10_percent")));
    table.row(
        "less than 20 % off, % of stones",
        with("%.1f", figures.within20(), intervals.get("within_20_percent")));
    table.row(
        "mean width of the 90 % range, % of the estimate",
        with("%.1f", figures.width(), intervals.get("range_width_percent")));
    return table.toString();
  }

  private static String segments(Segmentation segmentation, List<Priced> priced) {
    MarkdownTable table =
        new MarkdownTable(
            segmentation.words().toLowerCase(Locale.ROOT),
            "stones",
            "R²",
            "MAE, USD",
            "MAPE, %",
            "median APE, %");
    segmentation
        .split(priced)
        .forEach(
            (name, stones) -> {
              Figures figures = Figures.of(stones);
              Map<String, Interval> intervals = Bootstrap.of(stones);
              table.row(
                  name,
                  Long.toString(figures.stones()),
                  r2(figures, intervals),
                  mae(figures, intervals),
                  mape(figures, intervals),
                  medianApe(figures, intervals));
            });
    return table.toString();
  }

  private static String r2(Figures figures, Map<String, Interval> intervals) {
    return with("%.4f", figures.r2(), intervals.get("r2"));
  }

  private static String mae(Figures figures, Map<String, Interval> intervals) {
    return with("%.0f", figures.mae(), intervals.get("mae_usd"));
  }

  private static String mape(Figures figures, Map<String, Interval> intervals) {
    return with("%.2f", figures.mape(), intervals.get("mape_percent"));
  }

  private static String medianApe(Figures figures, Map<String, Interval> intervals) {
    return with("%.2f", figures.medianApe(), intervals.get("median_ape_percent"));
  }

  private static String with(String format, double figure, @Nullable Interval interval) {
    if (!Double.isFinite(figure)) {
      return "–";
    }
    return Numbers.number(format, figure)
        + (interval == null ? "" : Numbers.interval(format, interval));
  }
}
