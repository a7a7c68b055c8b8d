package io.facet.training.plots;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all plots look like. */
final class Look {

  // Dark enough to print in gray, and told apart by people who don't see red and green.
  static final Color INK = new Color(0x1F, 0x4E, 0x79);
  static final Color FAINT = new Color(0x1F, 0x4E, 0x79, 60);
  static final Color OTHER = new Color(0xE6, 0x9F, 0x00);

  private Look() {}

  static void plain(Styler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendVisible(false);
  }

  static XYSeries line(XYChart chart, String name, double[] x, double[] y) {
    XYSeries line = chart.addSeries(name, x, y);
    line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line).setMarker(SeriesMarkers.NONE);
    line.setLineColor(Color.BLACK).setLineWidth(1);
    return line;
  }

  static void write(Chart<?, ?> chart, Path png) throws IOException {
    BitmapEncoder.saveBitmap(chart, png.toString(), BitmapFormat.PNG);
  }
}
