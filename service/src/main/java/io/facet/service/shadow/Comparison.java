package io.facet.service.shadow;

import io.facet.service.models.ServedModel;
import io.facet.valuation.stone.Diamond;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One challenger held against whoever answers.
 *
 * @param higher by which share of the answered price it would have said more
 * @param lower the same for less
 * @param failed how often it had no price
 */
record Comparison(
    ServedModel challenger, DistributionSummary higher, DistributionSummary lower, Counter failed) {

  private static final Logger log = LoggerFactory.getLogger(Comparison.class);

  private static final double[] BOUNDS = {.001, .002, .005, .01, .02, .05, .1, .2, .5};

  static Comparison with(ServedModel challenger, MeterRegistry meters) {
    return new Comparison(
        challenger,
        difference(challenger, "higher", meters),
        difference(challenger, "lower", meters),
        Counter.builder("facet.shadow.failed")
            .description("Stones that the challenger had no price for")
            .tag("challenger", challenger.version())
            .register(meters));
  }

  private static DistributionSummary difference(
      ServedModel challenger, String direction, MeterRegistry meters) {
    return DistributionSummary.builder("facet.shadow.difference")
        .description("By which share of the answered price the challenger differs")
        .tag("challenger", challenger.version())
        .tag("direction", direction)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  void add(Diamond stone, double price) {
    try {
      double difference = challenger.appraiser().estimate(stone).price() / price - 1;
      (difference < 0 ? lower : higher).record(Math.abs(difference));
    } catch (RuntimeException e) {
      failed.increment();
      log.debug("The challenger has no price", e);
    }
  }

  /** Its series end with it. */
  void forget(MeterRegistry meters) {
    meters.remove(higher);
    meters.remove(lower);
    meters.remove(failed);
  }
}
