package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A way to learn prices from appraised stones. */
public interface ModelFamily {

  /** What people call it, such as {@code boosted-trees}. */
  String name();

  /** How it learns, in a sentence or two for people who build no models. */
  default String inWords() {
    return "The family `" + name() + "`.";
  }

  /** The settings it learns with, to be logged beside its figures. */
  Map<String, String> parameters();

  /**
   * This family with the settings that suit {@code stones} best; empty for a family that has none
   * to look for.
   *
   * @param most how many of the stones are looked at, at most
   * @param progress told how many settings have been looked at
   */
  default Optional<ModelFamily> tuned(List<Appraisal> stones, int most, IntConsumer progress) {
    return Optional.empty();
  }

  /**
   * Learns log prices from {@code stones}. The same stones in the same order and the same seed give
   * the same model, bit for bit.
   */
  PriceModel fit(List<Appraisal> stones, long seed);
}
