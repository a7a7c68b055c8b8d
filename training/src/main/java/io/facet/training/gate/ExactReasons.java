package io.facet.training.gate;

import io.facet.valuation.Appraiser;
import io.facet.valuation.Reason;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The price of the reference stone times all reasons is the price.
 *
 * @param stones how many were asked about
 * @param off the largest departure, relative to the price
 */
public record ExactReasons(int stones, double off) implements Bar {

  static final String NAME = "reasons multiply";
  static final double ALLOWED = 1e-9;

  static Bar bar(Appraiser appraiser, List<Diamond> stones) {
    return stones.isEmpty()
        ? Unjudged.withoutStones(NAME)
        : of(stones.stream().map(appraiser::value).toList());
  }

  static ExactReasons of(List<Valuation> valuations) {
    double off = 0;
    for (Valuation valuation : valuations) {
      double product = valuation.referencePrice();
      for (Reason reason : valuation.reasons()) {
        product *= reason.multiplier();
      }
      // Math.max keeps a NaN, which no comparison would.
      off = Math.max(off, Math.abs(product / valuation.estimate().price() - 1));
    }
    return new ExactReasons(valuations.size(), off);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(off <= ALLOWED);
  }

  @Override
  public String figure() {
    return String.format(Locale.ROOT, "off by %.1e at most", off);
  }

  @Override
  public String sentence() {
    return String.format(
        Locale.ROOT,
        standing() == Standing.MET
            ? "The reasons of %,d stones multiply to their prices."
            : "The reasons of some of %,d stones do not multiply to their prices.",
        stones);
  }

  @Override
  public Map<String, Double> figures() {
    return Map.of("largest_departure", off);
  }
}
