package io.facet.training.plots;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the figures of one model as PNG files. */
public final class Plots {

  private Plots() {}

  /** The expert's price against the out-of-fold estimate, both on logarithmic axes. */
  public static void actualAgainstEstimate(CrossValidation validation, Path png)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(800)
            .title(
                String.format(
                    Locale.ROOT,
                    "Half of all estimates are within %.1f %% of the expert",
                    validation.figures().medianApe()))
            .xAxisTitle("Expert's price, USD")
            .yAxisTitle("Estimate without having seen the stone, USD")
            .build();
    Look.plain(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("#,###").setYAxisDecimalPattern("#,###");
    chart.getStyler().setMarkerSize(4);
    List<Priced> priced = validation.priced();
    var stones =
        chart.addSeries(
            "stones",
            priced.stream().map(Priced::appraised).toList(),
            priced.stream().map(Priced::estimate).toList());
    stones.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Look.FAINT);
    double[] ends =
        priced.stream()
            .mapToDouble(Priced::appraised)
            .collect(
                () -> new double[] {Double.MAX_VALUE, 0},
                (range, price) -> {
                  range[0] = Math.min(range[0], price);
                  range[1] = Math.max(range[1], price);
                },
                (a, b) -> a[1] = Math.max(a[1], b[1]));
    var same = chart.addSeries("same price", ends, ends);
    same.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line).setMarker(SeriesMarkers.NONE);
    same.setLineColor(Color.BLACK).setLineWidth(1);
    Look.write(chart, png);
  }

  /** Mean absolute error in percent, band by band of weight. */
  public static void errorByCarat(CrossValidation validation, Path png) throws IOException {
    Map<String, Double> errors = new LinkedHashMap<>();
    CaratBands.figures(validation.priced())
        .forEach((band, figures) -> errors.put(band, figures.mape()));
    List<Map.Entry<String, Double>> ranked = ranked(errors);
    String title =
        "How far off estimates are: best %s, worst %s"
            .formatted(named(ranked.getFirst()), named(ranked.getLast()));
    CategoryChart chart = bars(title, "Weight", "Mean absolute error, % of the price", errors);
    Look.write(chart, png);
  }

  /** How much each factor moves prices away from the reference stone's, on average. */
  public static void importance(Appraiser appraiser, List<Diamond> stones, Path png)
      throws IOException {
    double[] sums = new double[Factor.COUNT];
    double[] reference = Factor.all(appraiser.reference().stone());
    for (Diamond stone : stones) {
      double[] contributions = appraiser.model().contributions(Factor.all(stone), reference);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Math.abs(contributions[i]);
      }
    }
    Map<String, Double> changes = new LinkedHashMap<>();
    for (Factor factor : Factor.values()) {
      changes.put(factor.words(), 100 * Math.expm1(sums[factor.ordinal()] / stones.size()));
    }
    String strongest =
        ranked(changes).reversed().stream()
            .limit(3)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", then "));
    CategoryChart chart =
        bars(
            "What sets prices apart: " + strongest,
            "Factor",
            "Typical change from the reference stone's price, %",
            changes);
    Look.write(chart, png);
  }

  /** One bar a name; the value stands beside the name, since small bars have no room for it. */
  private static CategoryChart bars(
      String title, String x, String y, Map<String, Double> percents) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1300)
            .height(560)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    Look.plain(chart.getStyler());
    chart.getStyler().setSeriesColors(new Color[] {Look.INK});
    chart.getStyler().setAvailableSpaceFill(.6).setYAxisMin(0.0).setYAxisDecimalPattern("#.#");
    chart.addSeries(
        "percent",
        percents.entrySet().stream().map(Plots::named).toList(),
        List.copyOf(percents.values()));
    return chart;
  }

  private static String named(Map.Entry<String, Double> percent) {
    return String.format(Locale.ROOT, "%s: %.1f %%", percent.getKey(), percent.getValue());
  }

  private static List<Map.Entry<String, Double>> ranked(Map<String, Double> percents) {
    return percents.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
  }
}
