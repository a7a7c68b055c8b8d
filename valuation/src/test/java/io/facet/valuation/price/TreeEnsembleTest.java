package io.facet.valuation.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.price.TreeNode.Leaf;
import io.facet.valuation.price.TreeNode.Split;
import io.facet.valuation.stone.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

  private final TreeNode byWeight =
      new Split(
          Factor.CARAT, 1, new Leaf(-.5), new Split(Factor.COLOR, 3, new Leaf(.25), new Leaf(.75)));
  private final TreeEnsemble ensemble = new TreeEnsemble(8, List.of(byWeight, new Leaf(.125)));

  @Test
  void a_stone_at_the_threshold_goes_low() {
    assertThat(ensemble.logPrice(stone(1, 6))).isEqualTo(8 - .5 + .125);
    assertThat(ensemble.logPrice(stone(Math.nextUp(1.0), 3))).isEqualTo(8 + .25 + .125);
    assertThat(ensemble.logPrice(stone(2, 4))).isEqualTo(8 + .75 + .125);
  }

  @Test
  void the_trees_come_back_as_they_were_given() {
    assertThat(ensemble.trees()).containsExactly(byWeight, new Leaf(.125));
  }

  private static double[] stone(double carat, int color) {
    double[] factors = new double[Factor.COUNT];
    factors[Factor.CARAT.ordinal()] = carat;
    factors[Factor.COLOR.ordinal()] = color;
    return factors;
  }
}
