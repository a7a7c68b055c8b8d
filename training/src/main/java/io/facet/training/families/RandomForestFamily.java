package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import smile.data.DataFrame;
import smile.regression.RandomForest;

/**
 * Smile's random forest on the nine factors: the mean of trees that each learned from another draw
 * of the stones, in log price.
 */
record RandomForestFamily(int trees, int tried, int depth, int leaves, int leafSize, double sample)
    implements ModelFamily {

  static final String NAME = "random-forest";

  /** The best by five-fold cross-validation; RATIONALE.md tells what was tried. */
  static RandomForestFamily full() {
    return new RandomForestFamily(200, 9, 25, 4_000, 2, 1);
  }

  static RandomForestFamily quick() {
    return new RandomForestFamily(40, 9, 12, 500, 5, 1);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "trees", Integer.toString(trees),
        "factors_tried", Integer.toString(tried),
        "depth", Integer.toString(depth),
        "leaves", Integer.toString(leaves),
        "leaf_size", Integer.toString(leafSize),
        "sample", Double.toString(sample));
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    return SmileTrees.of(forest(SmileTrees.data(stones), seed));
  }

  /** Each tree has its own seed, since Smile grows them in parallel. */
  RandomForest forest(DataFrame data, long seed) {
    long[] seeds = new Random(seed).longs(trees).toArray();
    return RandomForest.fit(
        SmileTrees.TARGETED,
        data,
        new RandomForest.Options(trees, tried, depth, leaves, leafSize, sample, seeds, null));
  }
}
