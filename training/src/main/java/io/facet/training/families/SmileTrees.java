package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.model.cart.CART;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;
import smile.regression.RandomForest;

/**
 * Hands stones to Smile and turns its trees into the domain's own, which need no Smile to be read
 * or served.
 */
final class SmileTrees {

  private static final String TARGET = "target";

  static final Formula TARGETED = Formula.lhs(TARGET);

  static {
    // Unless told otherwise, Smile tries a threshold at every hundredth part of the stones only, so
    // that trees end early for want of one: a forest errs by 15 % more. 1 means every stone.
    System.setProperty("smile.regression_tree.bins", "1");
  }

  // Smile has no accessor for a threshold, and what it prints is rounded.
  private static final VarHandle THRESHOLD = threshold();

  private SmileTrees() {}

  /** The nine factors of each stone and the log of its price. */
  static DataFrame data(List<Appraisal> stones) {
    return data(
        stones.stream().map(Appraisal::stone).toList(), i -> Math.log(stones.get(i).price()));
  }

  /** The nine factors of each stone and what is to be learned about it. */
  static DataFrame data(List<Diamond> stones, IntToDoubleFunction target) {
    double[][] rows = new double[stones.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(Factor.all(stones.get(i)), Factor.COUNT + 1);
      rows[i][Factor.COUNT] = target.applyAsDouble(i);
    }
    String[] names =
        Stream.concat(Arrays.stream(Factor.values()).map(Factor::label), Stream.of(TARGET))
            .toArray(String[]::new);
    return DataFrame.of(rows, names);
  }

  /** Boosted trees, each of which adds its share to an intercept. */
  static TreeEnsemble of(GradientTreeBoost boost, double shrinkage, DataFrame data) {
    List<TreeNode> trees = trees(boost.trees(), shrinkage);
    Tuple first = data.get(0);
    double[] factors = new double[Factor.COUNT];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = first.getDouble(i);
    }
    // Smile keeps its intercept to itself as well; any stone gives it away.
    double intercept = boost.predict(first) - new TreeEnsemble(0, trees).logPrice(factors);
    return new TreeEnsemble(intercept, trees);
  }

  /** A forest, which answers with the mean of its trees: each adds that part of what it says. */
  static TreeEnsemble of(RandomForest forest) {
    return new TreeEnsemble(0, trees(forest.trees(), 1.0 / forest.size()));
  }

  private static List<TreeNode> trees(CART[] trees, double scale) {
    return Arrays.stream(trees).map(tree -> node(tree.root(), scale)).toList();
  }

  private static TreeNode node(Node node, double scale) {
    return switch (node) {
      case OrdinalNode split ->
          new TreeNode.Split(
              Factor.values()[split.feature()],
              (double) THRESHOLD.get(split),
              node(split.trueChild(), scale),
              node(split.falseChild(), scale));
      case RegressionNode leaf -> new TreeNode.Leaf(scale * leaf.output());
      default -> throw new IllegalStateException("not a node of numbers: " + node.getClass());
    };
  }

  private static VarHandle threshold() {
    try {
      return MethodHandles.privateLookupIn(OrdinalNode.class, MethodHandles.lookup())
          .findVarHandle(OrdinalNode.class, "value", double.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
