package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of regression trees, laid out flat: nodes in preorder, so that the low branch of a split is
 * the next node and one array of positions is enough.
 */
public final class TreeEnsemble implements PriceModel {

  private static final byte LEAF = -1;

  private final double intercept;
  private final int[] roots;
  private final byte[] factorOf;
  // The threshold of a split, the value of a leaf.
  private final double[] number;
  private final int[] high;

  /**
   * @param intercept log price before any tree speaks
   * @param trees what each tree adds
   */
  public TreeEnsemble(double intercept, List<? extends TreeNode> trees) {
    this.intercept = intercept;
    this.roots = new int[trees.size()];
    Layout layout = new Layout();
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = layout.lay(trees.get(tree));
    }
    this.factorOf = Arrays.copyOf(layout.factorOf, layout.size);
    this.number = Arrays.copyOf(layout.number, layout.size);
    this.high = Arrays.copyOf(layout.high, layout.size);
  }

  public double intercept() {
    return intercept;
  }

  /** The trees as they were given. */
  public List<TreeNode> trees() {
    List<TreeNode> trees = new ArrayList<>(roots.length);
    for (int root : roots) {
      trees.add(node(root));
    }
    return trees;
  }

  @Override
  public double logPrice(double[] factors) {
    double sum = intercept;
    for (int node : roots) {
      while (factorOf[node] != LEAF) {
        node = factors[factorOf[node]] <= number[node] ? node + 1 : high[node];
      }
      sum += number[node];
    }
    return sum;
  }

  @Override
  public double[] contributions(double[] factors, double[] reference) {
    double[] contributions = new double[Factor.COUNT];
    for (int root : roots) {
      share(root, 0, 0, factors, reference, contributions);
    }
    return contributions;
  }

  /**
   * Exact interventional TreeSHAP against one reference (Lundberg et al., From local explanations
   * to global understanding with explainable AI for trees, 2020). A leaf is reached by a coalition
   * exactly when it holds all of {@code in} and none of {@code out}; the Shapley values of that
   * game are known in closed form.
   */
  private void share(
      int node, int in, int out, double[] factors, double[] reference, double[] contributions) {
    byte factor = factorOf[node];
    if (factor == LEAF) {
      divide(number[node], in, out, contributions);
      return;
    }
    int here = factors[factor] <= number[node] ? node + 1 : high[node];
    int there = reference[factor] <= number[node] ? node + 1 : high[node];
    int player = 1 << factor;
    if (here == there) {
      share(here, in, out, factors, reference, contributions);
      return;
    }
    if ((out & player) == 0) {
      share(here, in | player, out, factors, reference, contributions);
    }
    if ((in & player) == 0) {
      share(there, in, out | player, factors, reference, contributions);
    }
  }

  private static void divide(double value, int in, int out, double[] contributions) {
    int present = Integer.bitCount(in);
    int absent = Integer.bitCount(out);
    if (present + absent == 0) {
      return;
    }
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      int player = 1 << factor;
      if ((in & player) != 0) {
        contributions[factor] += value * SHARE[present - 1][absent];
      } else if ((out & player) != 0) {
        contributions[factor] -= value * SHARE[present][absent - 1];
      }
    }
  }

  /** {@code SHARE[a][b] = a! b! / (a + b + 1)!}: the share of orders in which a player decides. */
  private static final double[][] SHARE = shares();

  private static double[][] shares() {
    double[] factorial = new double[2 * Factor.COUNT + 2];
    factorial[0] = 1;
    for (int n = 1; n < factorial.length; n++) {
      factorial[n] = n * factorial[n - 1];
    }
    double[][] shares = new double[Factor.COUNT + 1][Factor.COUNT + 1];
    for (int a = 0; a <= Factor.COUNT; a++) {
      for (int b = 0; b <= Factor.COUNT; b++) {
        shares[a][b] = factorial[a] * factorial[b] / factorial[a + b + 1];
      }
    }
    return shares;
  }

  private TreeNode node(int position) {
    if (factorOf[position] == LEAF) {
      return new TreeNode.Leaf(number[position]);
    }
    Factor factor = Factor.values()[factorOf[position]];
    return new TreeNode.Split(factor, number[position], node(position + 1), node(high[position]));
  }

  private static final class Layout {

    private byte[] factorOf = new byte[256];
    private double[] number = new double[256];
    private int[] high = new int[256];
    private int size;

    private int lay(TreeNode node) {
      int position = size++;
      grow();
      if (node instanceof TreeNode.Split split) {
        factorOf[position] = (byte) split.factor().ordinal();
        number[position] = split.threshold();
        lay(split.low());
        // In two steps: laying the branch may replace the array.
        int next = lay(split.high());
        high[position] = next;
      } else if (node instanceof TreeNode.Leaf leaf) {
        factorOf[position] = LEAF;
        number[position] = leaf.value();
      }
      return position;
    }

    private void grow() {
      if (size > factorOf.length) {
        int length = 2 * factorOf.length;
        factorOf = Arrays.copyOf(factorOf, length);
        number = Arrays.copyOf(number, length);
        high = Arrays.copyOf(high, length);
      }
    }
  }
}
