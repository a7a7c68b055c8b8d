package io.facet.service.drift;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Profile;
import io.facet.service.models.CurrentModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/**
 * The population stability index of the stones asked last against those that the served model has
 * learned from. Reckoned when somebody reads it, once for all nine factors.
 */
final class LiveDrift {

  /** With fewer stones chance alone moves the index: with this many by 0.02 on average. */
  static final int FEWEST = 500;

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final CurrentModel current;
  private final RecentStones recent;
  private final InstantSource clock;
  private Instant reckoned = Instant.MIN;
  private double[] index = none();

  LiveDrift(CurrentModel current, RecentStones recent, InstantSource clock) {
    this.current = current;
    this.recent = recent;
    this.clock = clock;
  }

  /** The index of {@code factor}; NaN where there is no profile or there are too few stones. */
  synchronized double psi(Factor factor) {
    Instant now = clock.instant();
    if (reckoned.isBefore(now.minus(FRESH))) {
      index =
          current
              .served()
              .flatMap(model -> model.profile())
              .map(profile -> index(profile, recent.stones().toList()))
              .orElseGet(LiveDrift::none);
      reckoned = now;
    }
    return index[factor.ordinal()];
  }

  private static double[] index(Profile learned, List<Diamond> stones) {
    return stones.size() < FEWEST
        ? none()
        : Arrays.stream(Factor.values())
            .mapToDouble(factor -> index(learned.of(factor), factor, stones))
            .toArray();
  }

  private static double index(Distribution learned, Factor factor, List<Diamond> stones) {
    long[] counts = new long[learned.counts().size()];
    for (Diamond stone : stones) {
      counts[learned.bin(factor.of(stone))]++;
    }
    return learned.psi(learned.withCounts(counts));
  }

  private static double[] none() {
    double[] none = new double[Factor.COUNT];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
