package io.facet.training.families;

import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Factor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;

/** Turns Smile's boosted trees into the domain's own, which need no Smile to be read or served. */
final class SmileTrees {

  // Smile has no accessor for a threshold, and what it prints is rounded.
  private static final VarHandle THRESHOLD = threshold();

  private SmileTrees() {}

  static TreeEnsemble of(GradientTreeBoost boost, double shrinkage, DataFrame data) {
    List<TreeNode> trees =
        Arrays.stream(boost.trees()).map(tree -> node(tree.root(), shrinkage)).toList();
    Tuple first = data.get(0);
    double[] factors = new double[Factor.COUNT];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = first.getDouble(i);
    }
    // Smile keeps its intercept to itself as well; any stone gives it away.
    double intercept = boost.predict(first) - new TreeEnsemble(0, trees).logPrice(factors);
    return new TreeEnsemble(intercept, trees);
  }

  private static TreeNode node(Node node, double shrinkage) {
    return switch (node) {
      case OrdinalNode split ->
          new TreeNode.Split(
              Factor.values()[split.feature()],
              (double) THRESHOLD.get(split),
              node(split.trueChild(), shrinkage),
              node(split.falseChild(), shrinkage));
      case RegressionNode leaf -> new TreeNode.Leaf(shrinkage * leaf.output());
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
