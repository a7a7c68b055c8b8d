package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.List;
import java.util.Map;
import smile.data.DataFrame;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/**
 * Smile's gradient boosted trees on the nine factors, in log price. The loss is Huber's: squares
 * for ordinary errors, absolute values beyond, since some appraisals are far off.
 *
 * @param ordinary share of the errors that count as ordinary
 */
record BoostedTrees(
    int trees,
    int depth,
    int leaves,
    int leafSize,
    double shrinkage,
    double sample,
    double ordinary)
    implements ModelFamily {

  static final String NAME = "boosted-trees";

  /** The best by five-fold cross-validation; RATIONALE.md tells what was tried. */
  static BoostedTrees full() {
    return new BoostedTrees(800, 6, 40, 3, .03, .5, .9);
  }

  static BoostedTrees quick() {
    return new BoostedTrees(60, 5, 24, 5, .15, .7, .9);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String inWords() {
    return """
        Boosted trees: %d small trees of questions such as "heavier than 0.99 ct?", each at most %d questions deep, with at
        most %d answers of at least %d stones. Each is learned from a random %.0f %% of the stones and takes away %.0f %% of the
        error that those before it left.\
        """
        .formatted(trees, depth, leaves, leafSize, 100 * sample, 100 * shrinkage);
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(
        "trees", Integer.toString(trees),
        "depth", Integer.toString(depth),
        "leaves", Integer.toString(leaves),
        "leaf_size", Integer.toString(leafSize),
        "shrinkage", Double.toString(shrinkage),
        "sample", Double.toString(sample),
        "ordinary", Double.toString(ordinary));
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    DataFrame data = SmileTrees.data(stones);
    return SmileTrees.of(boost(data, seed), shrinkage, data);
  }

  GradientTreeBoost boost(DataFrame data, long seed) {
    MathEx.setSeed(seed);
    return GradientTreeBoost.fit(
        SmileTrees.TARGETED,
        data,
        new GradientTreeBoost.Options(
            Loss.huber(ordinary), trees, depth, leaves, leafSize, shrinkage, sample, null, null));
  }
}
