package io.facet.training.families;

import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import java.util.List;
import smile.data.DataFrame;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/**
 * Learns where prices spread widely around estimates: small boosted trees on the log of how far
 * estimates were off. Their scale means nothing by itself, since ranges are calibrated in units of
 * it.
 */
public final class SpreadTrees {

  // A stone priced right by luck is not one whose price is certain.
  private static final double LUCK = .02;
  private static final int TREES = 200;
  private static final int DEPTH = 4;
  private static final int LEAVES = 8;
  private static final int LEAF_SIZE = 40;
  private static final double SHRINKAGE = .03;
  private static final double SAMPLE = .5;

  private SpreadTrees() {}

  /**
   * Log of the spread of each stone's price, by its nine factors.
   *
   * @param stones that were estimated without having been learned from
   * @param logErrors log of the expert's price less log of the estimate, in the same order
   */
  public static PriceModel learn(List<Diamond> stones, double[] logErrors, long seed) {
    DataFrame data = SmileTrees.data(stones, i -> Math.log(Math.abs(logErrors[i]) + LUCK));
    MathEx.setSeed(seed);
    GradientTreeBoost boost =
        GradientTreeBoost.fit(
            SmileTrees.TARGETED,
            data,
            new GradientTreeBoost.Options(
                Loss.ls(), TREES, DEPTH, LEAVES, LEAF_SIZE, SHRINKAGE, SAMPLE, null, null));
    return SmileTrees.of(boost, SHRINKAGE, data);
  }
}
