package io.facet.training.gate;

import io.facet.training.evaluation.Priced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import smile.stat.distribution.BinomialDistribution;

/**
 * The challenger's ranges hold as many prices as they promise: a one-sided binomial test.
 *
 * @param held how many prices lay within their range
 * @param stones of how many
 * @param promised the share that ranges promise
 * @param p how likely so few or fewer are where the promise is kept
 */
public record HeldRanges(int held, int stones, double promised, double p) implements Bar {

  static final String NAME = "ranges hold";

  // Every model is asked at every run: at .05, one sound model in twenty would stop here.
  static final double LEVEL = .01;

  static Bar bar(List<Priced> priced, double promised) {
    return priced.isEmpty() ? Unjudged.withoutStones(NAME) : of(priced, promised);
  }

  static HeldRanges of(List<Priced> priced, double promised) {
    int held = (int) priced.stream().filter(Priced::held).count();
    double p = new BinomialDistribution(priced.size(), promised).cdf(held);
    return new HeldRanges(held, priced.size(), promised, p);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(p >= LEVEL);
  }

  @Override
  public String figure() {
    return String.format(
        Locale.ROOT, "%.1f %% of %.0f %% (p = %.3f)", percent(), 100 * promised, p);
  }

  @Override
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "Its ranges promise to hold %.0f %% of all prices and held %,d of %,d%s.",
        100 * promised,
        held,
        stones,
        standing() == Standing.MET ? "" : ": too few for chance");
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("coverage_percent", percent());
    figures.put("promised_percent", 100 * promised);
    figures.put("p", p);
    return figures;
  }

  private double percent() {
    return 100.0 * held / stones;
  }
}
