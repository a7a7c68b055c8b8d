package io.facet.training.plots;

import io.facet.training.evaluation.Decile;
import io.facet.training.evaluation.Priced;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws whether estimates come true on average: a point for each decile of estimates. */
public final class Reliability {

  private Reliability() {}

  public static void draw(List<Priced> priced, Path png) throws IOException {
    List<Decile> deciles = Decile.of(priced);
    double worst =
        deciles.stream()
            .mapToDouble(decile -> 100 * Math.abs(decile.gap()) / decile.estimate())
            .max()
            .orElseThrow();
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(800)
            .title(
                String.format(
                    Locale.ROOT,
                    "In every tenth of the stones, the expert's mean is within %.1f %% of the estimates'",
                    Math.ceil(10 * worst) / 10))
            .xAxisTitle("Mean estimate of a tenth of the stones, USD")
            .yAxisTitle("Mean of the expert's prices, USD")
            .build();
    Look.plain(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("#,###").setYAxisDecimalPattern("#,###");
    chart.getStyler().setMarkerSize(10);
    double[] estimates = deciles.stream().mapToDouble(Decile::estimate).toArray();
    double[] ends = {estimates[0], estimates[estimates.length - 1]};
    Look.line(chart, "as estimated", ends, ends);
    var points =
        chart.addSeries(
            "deciles", estimates, deciles.stream().mapToDouble(Decile::appraised).toArray());
    points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    points.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Look.INK);
    Look.write(chart, png);
  }
}
