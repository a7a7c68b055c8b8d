package io.facet.training.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure over several collections.
 *
 * @param mean of it
 * @param deviation standard deviation from collection to collection; NaN for a single one
 */
public record Spread(double mean, double deviation) {

  static Spread of(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Spread(mean, Math.sqrt(squares / (values.length - 1)));
  }

  /** The figures of one family on unseen stones, by name, over {@code collections}. */
  public static Map<String, Spread> of(List<Accuracy> collections) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String name : collections.getFirst().unseen().named().keySet()) {
      spreads.put(
          name,
          of(
              collections.stream()
                  .mapToDouble(of -> of.unseen().named().getOrDefault(name, Double.NaN))
                  .toArray()));
    }
    return spreads;
  }
}
