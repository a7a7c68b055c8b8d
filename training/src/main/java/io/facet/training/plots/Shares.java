package io.facet.training.plots;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws how stones are spread over bins, then and now, side by side. */
public final class Shares {

  private Shares() {}

  /**
   * The picture as PNG.
   *
   * @param title what it shows
   * @param bins their labels
   * @param then % of the stones in each bin
   * @param now the same of others
   */
  public static byte[] png(String title, List<String> bins, List<Double> then, List<Double> now) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(680)
            .height(400)
            .title(title)
            .yAxisTitle("% of the stones")
            .build();
    Look.plain(chart.getStyler());
    chart.getStyler().setSeriesColors(new Color[] {Look.INK, Look.OTHER});
    chart.getStyler().setLegendVisible(true).setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
    chart.getStyler().setAvailableSpaceFill(.8).setYAxisMin(0.0).setYAxisDecimalPattern("#");
    chart.getStyler().setXAxisLabelRotation(30);
    chart.addSeries("learned from", bins, then);
    chart.addSeries("here", bins, now);
    try {
      return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
