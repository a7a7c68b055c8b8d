package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A family that learns the same stones only once, for comparisons in which it is a candidate and a
 * part of another.
 */
final class Once implements ModelFamily {

  private final ModelFamily family;
  private final Map<Lesson, PriceModel> learned = new HashMap<>();

  private record Lesson(List<Appraisal> stones, long seed) {}

  Once(ModelFamily family) {
    this.family = family;
  }

  ModelFamily family() {
    return family;
  }

  @Override
  public String name() {
    return family.name();
  }

  @Override
  public Map<String, String> parameters() {
    return family.parameters();
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    return learned.computeIfAbsent(
        new Lesson(List.copyOf(stones), seed),
        lesson -> family.fit(lesson.stones(), lesson.seed()));
  }
}
