package io.facet.training.families;

import io.facet.training.stones.Appraised;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/** Smile's gradient boosted trees on the nine factors, least squares on log price. */
record BoostedTrees(int trees, int depth, int leaves, int leafSize, double shrinkage, double sample)
    implements ModelFamily {

  static final String NAME = "boosted-trees";

  private static final String TARGET = "log_price";

  /** The best of eight settings by five-fold cross-validation; RATIONALE.md tells by how little. */
  static BoostedTrees full() {
    return new BoostedTrees(600, 6, 40, 5, .04, .6);
  }

  static BoostedTrees quick() {
    return new BoostedTrees(60, 5, 24, 5, .15, .7);
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
        "sample", Double.toString(sample));
  }

  @Override
  public PriceModel fit(List<Appraised> stones, long seed) {
    DataFrame data = data(stones);
    MathEx.setSeed(seed);
    GradientTreeBoost boost =
        GradientTreeBoost.fit(
            Formula.lhs(TARGET),
            data,
            new GradientTreeBoost.Options(
                Loss.ls(), trees, depth, leaves, leafSize, shrinkage, sample, null, null));
    return SmileTrees.of(boost, shrinkage, data);
  }

  static DataFrame data(List<Appraised> stones) {
    double[][] rows =
        stones.stream()
            .map(
                appraised -> {
                  double[] row = Arrays.copyOf(Factor.all(appraised.stone()), Factor.COUNT + 1);
                  row[Factor.COUNT] = Math.log(appraised.price());
                  return row;
                })
            .toArray(double[][]::new);
    String[] names =
        Stream.concat(Arrays.stream(Factor.values()).map(Factor::label), Stream.of(TARGET))
            .toArray(String[]::new);
    return DataFrame.of(rows, names);
  }
}
