package io.facet.training.accuracy;

import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stones to learn from and stones to be asked about.
 *
 * @param learned a collection
 * @param unseen the market around it
 */
public record Split(List<Appraisal> learned, List<Appraisal> unseen) {

  public Split {
    learned = List.copyOf(learned);
    unseen = List.copyOf(unseen);
  }

  /** How many of the unseen stones have the same nine features as a stone that was learned. */
  public long shared() {
    Set<Diamond> known = learned.stream().map(Appraisal::stone).collect(Collectors.toSet());
    return unseen.stream().filter(stone -> known.contains(stone.stone())).count();
  }

  /**
   * A random collection of {@code size} stones out of {@code stones}, or as near as possible:
   * stones with the same nine features never lie on both sides.
   */
  public static Split draw(List<Appraisal> stones, int size, long seed) {
    Map<Diamond, List<Appraisal>> same = new LinkedHashMap<>();
    for (Appraisal appraised : stones) {
      same.computeIfAbsent(appraised.stone(), stone -> new ArrayList<>()).add(appraised);
    }
    List<List<Appraisal>> shuffled = new ArrayList<>(same.values());
    Collections.shuffle(shuffled, new Random(seed));
    List<Appraisal> learned = new ArrayList<>();
    List<Appraisal> unseen = new ArrayList<>();
    for (List<Appraisal> group : shuffled) {
      (learned.size() < size ? learned : unseen).addAll(group);
    }
    return new Split(learned, unseen);
  }
}
