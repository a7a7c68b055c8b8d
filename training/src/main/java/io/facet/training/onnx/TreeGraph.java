package io.facet.training.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** Trees as one TreeEnsembleRegressor, whose attributes are parallel lists over all nodes. */
final class TreeGraph {

  private final Graph graph;
  private final List<Long> trees = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private final List<Long> factors = new ArrayList<>();
  private final List<String> modes = new ArrayList<>();
  private final List<Double> thresholds = new ArrayList<>();
  private final List<Long> low = new ArrayList<>();
  private final List<Long> high = new ArrayList<>();
  private final List<Long> leafTrees = new ArrayList<>();
  private final List<Long> leafIds = new ArrayList<>();
  private final List<Double> leafValues = new ArrayList<>();

  TreeGraph(Graph graph) {
    this.graph = graph;
  }

  String logPrice(TreeEnsemble ensemble, String factorColumns) {
    List<TreeNode> all = ensemble.trees();
    for (int tree = 0; tree < all.size(); tree++) {
      add(tree, 0, all.get(tree));
    }
    String sum =
        graph.mlNode(
            "TreeEnsembleRegressor",
            List.of(factorColumns),
            List.of(
                Attributes.integers("nodes_treeids", trees),
                Attributes.integers("nodes_nodeids", ids),
                Attributes.integers("nodes_featureids", factors),
                Attributes.texts("nodes_modes", modes),
                Attributes.numbers("nodes_values_as_tensor", array(thresholds)),
                Attributes.integers("nodes_truenodeids", low),
                Attributes.integers("nodes_falsenodeids", high),
                Attributes.integers("target_treeids", leafTrees),
                Attributes.integers("target_nodeids", leafIds),
                Attributes.integers("target_ids", leafIds.stream().map(leaf -> 0L).toList()),
                Attributes.numbers("target_weights_as_tensor", array(leafValues)),
                Attributes.integer("n_targets", 1),
                Attributes.text("aggregate_function", "SUM"),
                Attributes.text("post_transform", "NONE")));
    // The operator answers in single precision; the intercept, the largest part, is added in
    // double.
    String exact =
        graph.node(
            "Cast",
            List.of(sum),
            List.of(Attributes.integer("to", TensorProto.DataType.DOUBLE.getNumber())));
    return graph.node("Add", exact, graph.constant(ensemble.intercept()));
  }

  /** Adds {@code node} as number {@code id} of its tree; returns the next free number. */
  private long add(long tree, long id, TreeNode node) {
    trees.add(tree);
    ids.add(id);
    int position = ids.size() - 1;
    low.add(0L);
    high.add(0L);
    return switch (node) {
      case TreeNode.Leaf leaf -> {
        describe(0, "LEAF", 0);
        leafTrees.add(tree);
        leafIds.add(id);
        leafValues.add(leaf.value());
        yield id + 1;
      }
      case TreeNode.Split split -> {
        describe(split.factor().ordinal(), "BRANCH_LEQ", split.threshold());
        low.set(position, id + 1);
        long next = add(tree, id + 1, split.low());
        high.set(position, next);
        yield add(tree, next, split.high());
      }
    };
  }

  private void describe(long factor, String mode, double threshold) {
    factors.add(factor);
    modes.add(mode);
    thresholds.add(threshold);
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
