package io.facet.training.gate;

import java.util.Map;

/**
 * A bar that there was nothing to judge by.
 *
 * @param name of the bar
 * @param standing {@code MISSED} where there should have been something
 * @param sentence why
 */
public record Unjudged(String name, Standing standing, String sentence) implements Bar {

  static Unjudged unopposed(String name) {
    return new Unjudged(name, Standing.NOT_ASKED, "There was no champion to compare with.");
  }

  static Unjudged withoutStones(String name) {
    return new Unjudged(name, Standing.MISSED, "There was no stone to judge by.");
  }

  @Override
  public String figure() {
    return "";
  }

  @Override
  public Map<String, Double> figures() {
    return Map.of();
  }
}
