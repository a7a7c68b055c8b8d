package io.facet.service.metering;

import io.facet.service.keys.Plan;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * How often something was asked with a key in a day.
 *
 * @param units taken from the day's quota
 */
public record Use(Slot slot, long requests, long units) {

  Use less(Use part) {
    return new Use(slot, requests - part.requests, units - part.units);
  }

  /**
   * What is counted together.
   *
   * @param day in UTC
   * @param operation method and route, such as {@code POST /v1/estimates}
   */
  public record Slot(
      LocalDate day, String keyId, String business, Plan plan, String operation, Outcome outcome) {

    /** In the order of the table's key, in which all processes lock its rows. */
    static final Comparator<Slot> ORDER =
        Comparator.comparing(Slot::day)
            .thenComparing(Slot::keyId)
            .thenComparing(Slot::operation)
            .thenComparing(Slot::outcome);
  }
}
