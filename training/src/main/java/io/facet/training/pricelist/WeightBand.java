package io.facet.training.pricelist;

import io.facet.valuation.stone.Diamond;
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

  /** Where bands start in the trade's printed lists, in ct. */
  private static final double[] STARTS = {
    .01, .04, .08, .15, .18, .23, .3, .4, .5, .7, .9, 1, 1.5, 2, 3, 4, 5
  };

  /** The bands that hold any of {@code stones}, from light to heavy. */
  static List<WeightBand> of(Collection<Diamond> stones) {
    List<WeightBand> bands = new ArrayList<>();
    for (int i = 0; i < STARTS.length; i++) {
      double end = i + 1 < STARTS.length ? STARTS[i + 1] : Double.POSITIVE_INFINITY;
      WeightBand band = new WeightBand(STARTS[i], end);
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
