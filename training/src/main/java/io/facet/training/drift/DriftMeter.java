package io.facet.training.drift;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Profile;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts stones as they pass by, in memory that doesn't grow with them. For one thread. */
public final class DriftMeter {

  private final Profile profile;
  private final long[][] factors = new long[Factor.COUNT][];
  private final double[] values = new double[Factor.COUNT];
  private final long[] estimates;
  private final long[] errors;
  private final Moments moments = new Moments();
  private long stones;

  /** Counts against what a model has learned from. */
  public DriftMeter(Profile profile) {
    this.profile = profile;
    for (Factor factor : Factor.values()) {
      factors[factor.ordinal()] = new long[profile.of(factor).counts().size()];
    }
    this.estimates = new long[profile.estimates().counts().size()];
    this.errors = new long[profile.errors().spread().counts().size()];
  }

  /** A stone that nobody has appraised, and the model's price in USD. */
  public void add(Diamond stone, double estimate) {
    Factor.all(stone, values);
    for (Factor factor : Factor.values()) {
      int at = factor.ordinal();
      factors[at][profile.of(factor).bin(values[at])]++;
    }
    estimates[profile.estimates().bin(estimate)]++;
    stones++;
  }

  /** A stone with the model's price and the expert's, in USD. */
  public void add(Diamond stone, double estimate, double appraised) {
    add(stone, estimate);
    double error = Math.log(appraised / estimate);
    errors[profile.errors().spread().bin(error)]++;
    moments.add(error);
  }

  /** What the stones so far amount to. */
  public Drift drift() {
    List<Shift> shifts = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      Distribution learned = profile.of(factor);
      shifts.add(
          Shift.of(
              factor.label(),
              factor.words(),
              learned,
              learned.withCounts(factors[factor.ordinal()])));
    }
    shifts.add(
        Shift.of(
            "estimate",
            "estimate",
            profile.estimates(),
            profile.estimates().withCounts(estimates)));
    if (moments.count() < 2) {
      return new Drift(stones, shifts, Optional.empty());
    }
    Distribution spread = profile.errors().spread();
    shifts.add(
        Shift.of("price_over_estimate", "price over estimate", spread, spread.withCounts(errors)));
    return new Drift(stones, shifts, Optional.of(PriceShift.of(profile.errors(), moments)));
  }
}
