package io.facet.service.drift;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Profile;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The stones asked last against those that the served model has learned from. Reckoned when
 * somebody reads it, once for all nine factors.
 */
final class LiveDrift {

  /** With fewer stones chance alone moves the index: with this many by 0.02 on average. */
  static final int FEWEST = 500;

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final CurrentModel current;
  private final RecentStones recent;
  private final InstantSource clock;
  private Instant reckoned = Instant.MIN;
  private Reading reading = new Reading(Optional.empty(), 0, List.of());

  LiveDrift(CurrentModel current, RecentStones recent, InstantSource clock) {
    this.current = current;
    this.recent = recent;
    this.clock = clock;
  }

  /**
   * What is to be seen.
   *
   * @param model which has learned; empty where none is served
   * @param stones how many were asked last
   * @param factors the nine in their order; none where the model keeps no profile or there are too
   *     few stones
   */
  record Reading(Optional<ServedModel> model, int stones, List<Shift> factors) {}

  /** How one factor's values lie in the same bins, once learned and once asked. */
  record Shift(Factor factor, Distribution learned, Distribution asked) {

    /** The population stability index. */
    double psi() {
      return learned.psi(asked);
    }
  }

  synchronized Reading reading() {
    Instant now = clock.instant();
    if (reckoned.isBefore(now.minus(FRESH))) {
      reading = read();
      reckoned = now;
    }
    return reading;
  }

  /** The index of {@code factor}; NaN where nothing is to be seen. */
  double psi(Factor factor) {
    List<Shift> factors = reading().factors();
    return factors.isEmpty() ? Double.NaN : factors.get(factor.ordinal()).psi();
  }

  private Reading read() {
    Optional<ServedModel> model = current.served();
    List<Diamond> stones = recent.stones().toList();
    List<Shift> factors =
        model
            .flatMap(ServedModel::profile)
            .filter(profile -> stones.size() >= FEWEST)
            .map(profile -> shifts(profile, stones))
            .orElse(List.of());
    return new Reading(model, stones.size(), factors);
  }

  private static List<Shift> shifts(Profile profile, List<Diamond> stones) {
    return Arrays.stream(Factor.values())
        .map(factor -> shift(factor, profile.of(factor), stones))
        .toList();
  }

  private static Shift shift(Factor factor, Distribution learned, List<Diamond> stones) {
    long[] counts = new long[learned.counts().size()];
    for (Diamond stone : stones) {
      counts[learned.bin(factor.of(stone))]++;
    }
    return new Shift(factor, learned, learned.withCounts(counts));
  }
}
