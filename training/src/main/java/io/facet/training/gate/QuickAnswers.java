package io.facet.training.gate;

import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Diamond;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A stone is priced in time, without reasons and with them. What counts is the processor time of
 * the quickest of several rounds, since whatever else the machine does can only slow one down.
 *
 * @param estimate µs a stone for price and range
 * @param valuation µs a stone for price, range and reasons
 */
public record QuickAnswers(double estimate, double valuation) implements Bar {

  static final String NAME = "quick enough";

  /** What an estimate may take, in µs. */
  public static final double ESTIMATE_BUDGET = 250;

  /** What a valuation may take, in µs. */
  public static final double VALUATION_BUDGET = 2_500;

  // The first rounds only warm the compiler up.
  private static final int ROUNDS = 20;
  private static final int MOST = 200;

  static Bar bar(Appraiser appraiser, List<Diamond> stones) {
    return bar(appraiser, stones, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  /**
   * The same by another clock.
   *
   * @param clock tells ns
   */
  static Bar bar(Appraiser appraiser, List<Diamond> stones, LongSupplier clock) {
    if (stones.isEmpty()) {
      return Unjudged.withoutStones(NAME);
    }
    List<Diamond> some = stones.subList(0, Math.min(MOST, stones.size()));
    return new QuickAnswers(
        micros(some, clock, stone -> appraiser.estimate(stone).price()),
        micros(some, clock, stone -> appraiser.value(stone).reasons().getLast().multiplier()));
  }

  private static double micros(
      List<Diamond> stones, LongSupplier clock, ToDoubleFunction<Diamond> ask) {
    double quickest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      long start = clock.getAsLong();
      for (Diamond stone : stones) {
        sum += ask.applyAsDouble(stone);
      }
      double micros = (clock.getAsLong() - start) / 1e3 / stones.size();
      // The sum is looked at so that no compiler leaves the work out.
      quickest = sum > 0 ? Math.min(quickest, micros) : quickest;
    }
    return quickest;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Standing standing() {
    return Standing.of(estimate <= ESTIMATE_BUDGET && valuation <= VALUATION_BUDGET);
  }

  @Override
  public String figure() {
    return String.format(
        Locale.ROOT,
        "%.0f of %.0f µs a price, %.0f of %,.0f µs with reasons",
        estimate,
        ESTIMATE_BUDGET,
        valuation,
        VALUATION_BUDGET);
  }

  @Override
  public String sentence() {
    return standing() == Standing.MET
        ? "It answers within the time that a service has for one stone."
        : "It takes longer over a stone than a service has.";
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("estimate_us", estimate);
    figures.put("valuation_us", valuation);
    return figures;
  }
}
