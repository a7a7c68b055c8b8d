package io.facet.training.plots;

import io.facet.training.evaluation.Priced;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws how far each estimate lies above or below the expert's price, in % of that price, with the
 * median and the middle 90 % of neighbouring stones as lines: a median off zero is a lean, lines
 * that open are less certain prices.
 */
public final class Residuals {

  private static final int NEIGHBOURHOODS = 20;
  private static final double SHOWN = .995;

  private Residuals() {}

  public static void byWeight(List<Priced> priced, Path png) throws IOException {
    XYChart chart = chart(priced, "weight", "Weight, ct", stone -> stone.stone().carat());
    chart.getStyler().setXAxisDecimalPattern("0.0");
    Look.write(chart, png);
  }

  public static void byEstimate(List<Priced> priced, Path png) throws IOException {
    XYChart chart = chart(priced, "estimate", "Estimate, USD", Priced::estimate);
    chart.getStyler().setXAxisLogarithmic(true).setXAxisDecimalPattern("#,###");
    Look.write(chart, png);
  }

  private static XYChart chart(
      List<Priced> priced, String by, String axis, ToDoubleFunction<Priced> place) {
    List<Neighbourhood> neighbourhoods = neighbourhoods(priced, place);
    double limit = limit(priced);
    List<Priced> shown =
        priced.stream().filter(stone -> Math.abs(stone.percentOff()) <= limit).toList();
    String title =
        String.format(
            Locale.ROOT,
            "Estimates by %s lean by %+.1f to %+.1f %% (line); nine of ten lie between the dashes",
            by,
            neighbourhoods.stream().mapToDouble(Neighbourhood::median).min().orElseThrow(),
            neighbourhoods.stream().mapToDouble(Neighbourhood::median).max().orElseThrow());
    XYChart chart =
        new XYChartBuilder()
            .width(1100)
            .height(620)
            .title(title)
            .xAxisTitle(axis)
            .yAxisTitle(
                "Estimate above the expert's price, %% (%d stones lie beyond)"
                    .formatted(priced.size() - shown.size()))
            .build();
    Look.plain(chart.getStyler());
    chart.getStyler().setMarkerSize(4);
    chart.getStyler().setYAxisMin(-limit).setYAxisMax(limit).setYAxisDecimalPattern("+0;-0");
    var stones =
        chart.addSeries(
            "stones",
            shown.stream().mapToDouble(place).toArray(),
            shown.stream().mapToDouble(Priced::percentOff).toArray());
    stones.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    stones.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Look.FAINT);
    double[] places = each(neighbourhoods, Neighbourhood::place);
    Look.line(chart, "median", places, each(neighbourhoods, Neighbourhood::median)).setLineWidth(2);
    for (double[] edge :
        List.of(
            each(neighbourhoods, Neighbourhood::low), each(neighbourhoods, Neighbourhood::high))) {
      Look.line(chart, "edge" + chart.getSeriesMap().size(), places, edge)
          .setLineStyle(dashes())
          .setLineColor(Color.BLACK);
    }
    return chart;
  }

  /** Where the frame ends, in %: a few stones far off would press all others together. */
  private static double limit(List<Priced> priced) {
    double[] off =
        priced.stream().mapToDouble(one -> Math.abs(one.percentOff())).sorted().toArray();
    return Math.max(10, 10 * Math.ceil(quantile(off, SHOWN) / 10));
  }

  /** Stones of about the same weight or estimate: where they lie, and their errors in %. */
  private record Neighbourhood(double place, double low, double median, double high) {}

  private static List<Neighbourhood> neighbourhoods(
      List<Priced> priced, ToDoubleFunction<Priced> place) {
    List<Priced> sorted = priced.stream().sorted(Comparator.comparingDouble(place)).toList();
    int count = Math.min(NEIGHBOURHOODS, sorted.size());
    List<Neighbourhood> neighbourhoods = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Priced> part =
          sorted.subList(i * sorted.size() / count, (i + 1) * sorted.size() / count);
      double[] off = part.stream().mapToDouble(Priced::percentOff).sorted().toArray();
      neighbourhoods.add(
          new Neighbourhood(
              part.stream().mapToDouble(place).average().orElseThrow(),
              quantile(off, .05),
              quantile(off, .5),
              quantile(off, .95)));
    }
    return neighbourhoods;
  }

  private static double[] each(
      List<Neighbourhood> neighbourhoods, ToDoubleFunction<Neighbourhood> value) {
    return neighbourhoods.stream().mapToDouble(value).toArray();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static BasicStroke dashes() {
    return new BasicStroke(
        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);
  }
}
