package io.facet.training.pricelist;

import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.WeightBands;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A band of weights that the trade prices alike per carat.
 *
 * @param from the lightest weight in ct; list prices hold for it
 * @param end the first weight of the next band, in ct; infinite for the last band
 */
record WeightBand(double from, double end) {

  /** The bands that hold any of {@code stones}, from light to heavy. */
  static List<WeightBand> of(Collection<Diamond> stones) {
    double[] starts = WeightBands.starts();
    List<WeightBand> bands = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      double end = i + 1 < starts.length ? starts[i + 1] : Double.POSITIVE_INFINITY;
      WeightBand band = new WeightBand(starts[i], end);
      if (stones.stream().anyMatch(band::holds)) {
        bands.add(band);
      }
    }
    return bands;
  }

  boolean holds(Diamond stone) {
    return stone.carat() >= from && stone.carat() < end;
  }

  boolean isOpen() {
    return end == Double.POSITIVE_INFINITY;
  }

  /** The heaviest weight in ct as scales show it, such as 1.49. */
  String to() {
    return String.format(Locale.ROOT, "%.2f", end - .01);
  }

  /** As it stands above a grid, such as {@code 1.00–1.49 ct}. */
  String title() {
    String lightest = String.format(Locale.ROOT, "%.2f", from);
    return isOpen() ? lightest + " ct and more" : lightest + "–" + to() + " ct";
  }
}
