package io.facet.training.drift;

import io.facet.registry.profile.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has become of the stones and their prices.
 *
 * @param stones how many came
 * @param shifts of the nine factors, of the estimates and, where prices are known, of the errors
 * @param prices how far prices have moved; empty where fewer than two are known
 */
public record Drift(long stones, List<Shift> shifts, Optional<PriceShift> prices) {

  public Drift {
    shifts = List.copyOf(shifts);
  }

  /** The worst of all. */
  public Level level() {
    return Stream.concat(shifts.stream().map(Shift::level), prices.stream().map(PriceShift::level))
        .max(Level::compareTo)
        .orElse(Level.NONE);
  }

  /** Whether there were stones enough to say anything. */
  public boolean judged() {
    return stones >= Shift.FEWEST;
  }

  /** In one sentence, for people. */
  public String sentence() {
    if (!judged()) {
      return "Too few stones to tell: %d, and it takes %d.".formatted(stones, Shift.FEWEST);
    }
    return switch (level()) {
      case NONE -> "These are stones and prices such as the model has learned from.";
      case WARNING -> "Some things are moving: " + named(Level.WARNING) + ".";
      case ALARM -> "These are not what the model has learned from: " + named(Level.ALARM) + ".";
    };
  }

  private String named(Level level) {
    return Stream.concat(
            shifts.stream().filter(shift -> shift.level() == level).map(Shift::words),
            prices.stream().filter(shift -> shift.level() == level).map(shift -> "prices"))
        .collect(Collectors.joining(", "));
  }
}
