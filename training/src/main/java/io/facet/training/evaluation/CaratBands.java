package io.facet.training.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The weight bands in which ranges are calibrated and errors reported; each holds its start. */
public final class CaratBands {

  private static final double[] FROM = {0, .4, .7, 1, 1.5, 2};

  private CaratBands() {}

  /** Where each band starts, in ct. */
  public static double[] starts() {
    return FROM.clone();
  }

  /** The stones of each band that has any, by its name such as {@code 0.40–0.70 ct}. */
  public static Map<String, List<Priced>> split(List<Priced> priced) {
    Map<String, List<Priced>> bands = new LinkedHashMap<>();
    for (int i = 0; i < FROM.length; i++) {
      double from = FROM[i];
      double to = i + 1 < FROM.length ? FROM[i + 1] : Double.POSITIVE_INFINITY;
      List<Priced> band =
          priced.stream()
              .filter(one -> one.stone().carat() >= from && one.stone().carat() < to)
              .toList();
      if (!band.isEmpty()) {
        bands.put(name(from, to), band);
      }
    }
    return bands;
  }

  /** Figures of each band that has stones, by its name. */
  public static Map<String, Figures> figures(List<Priced> priced) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    split(priced).forEach((name, band) -> figures.put(name, Figures.of(band)));
    return figures;
  }

  private static String name(double from, double to) {
    return to == Double.POSITIVE_INFINITY
        ? String.format(Locale.ROOT, "from %.2f ct", from)
        : String.format(Locale.ROOT, "%.2f–%.2f ct", from, to);
  }
}
