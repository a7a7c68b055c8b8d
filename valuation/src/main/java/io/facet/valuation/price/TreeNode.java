package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/** A regression tree over the factors, in log price. */
public sealed interface TreeNode {

  /**
   * Stones whose {@code factor} is at most {@code threshold} go {@code low}, others {@code high}.
   */
  record Split(Factor factor, double threshold, TreeNode low, TreeNode high) implements TreeNode {}

  /** What the tree adds to the log price of the stones that end here. */
  record Leaf(double value) implements TreeNode {}
}
