package io.facet.training.evaluation;

import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Splits stones into folds. Stones with the same nine features always share a fold: they may be one
 * stone appraised twice, and a model that has seen it would only be asked to remember.
 */
public final class Folds {

  private static final long SHUFFLE = 20_261_123;

  private Folds() {}

  /**
   * The fold of each stone, from 0 to {@code count - 1}. The same for the same stones, whatever the
   * seed of a training, so that models are compared on equal terms.
   */
  public static int[] assign(List<Appraisal> stones, int count) {
    return assign(stones, count, 0);
  }

  /**
   * The fold of each of {@code stones} where they came batch by batch. Each batch is split as if it
   * were alone, and a stone stays in the fold that it had first: whatever comes later, models of
   * more stones and of fewer are compared on the same folds. Cut anew, folds alone make as much of
   * a difference as a fresh batch.
   *
   * @param batches the oldest first; they hold all of {@code stones}
   */
  public static int[] assign(List<Appraisal> stones, List<List<Appraisal>> batches, int count) {
    Map<Diamond, Integer> first = new HashMap<>();
    for (List<Appraisal> batch : batches) {
      int[] folds = assign(batch, count);
      for (int i = 0; i < folds.length; i++) {
        first.putIfAbsent(batch.get(i).stone(), folds[i]);
      }
    }
    return stones.stream()
        .mapToInt(one -> Objects.requireNonNull(first.get(one.stone())))
        .toArray();
  }

  /**
   * The same for another cut of the stones.
   *
   * @param cut 0 for the folds that every stated figure is from, others for comparisons
   */
  static int[] assign(List<Appraisal> stones, int count, int cut) {
    Map<Diamond, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < stones.size(); i++) {
      groups.computeIfAbsent(stones.get(i).stone(), stone -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(SHUFFLE + cut));
    int[] folds = new int[stones.size()];
    for (int group = 0; group < shuffled.size(); group++) {
      for (int stone : shuffled.get(group)) {
        folds[stone] = group % count;
      }
    }
    return folds;
  }
}
