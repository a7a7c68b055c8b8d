package io.facet.valuation.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of Shapley values, for every form of price model. */
class ContributionsTest {

  private static final double ROUNDING = 1e-12;

  @Property(tries = 200)
  void efficiency__contributions_sum_to_what_the_price_differs_by(@ForAll long seed) {
    double[] stone = stone(seed);
    double[] reference = stone(~seed);
    for (PriceModel model : models(seed)) {
      double sum = 0;
      for (double contribution : model.contributions(stone, reference)) {
        sum += contribution;
      }
      assertThat(sum)
          .isCloseTo(model.logPrice(stone) - model.logPrice(reference), within(ROUNDING));
    }
  }

  @Property(tries = 60)
  void they_are_those_of_all_512_coalitions(@ForAll long seed) {
    double[] stone = stone(seed);
    double[] reference = stone(~seed);
    for (PriceModel model : models(seed)) {
      assertThat(model.contributions(stone, reference))
          .containsExactly(BruteForce.contributions(model, stone, reference), within(ROUNDING));
    }
  }

  @Property(tries = 100)
  void dummy__a_factor_equal_in_both_stones_contributes_nothing(@ForAll long seed) {
    double[] stone = stone(seed);
    double[] reference = stone(~seed);
    int same = new Random(seed).nextInt(Factor.COUNT);
    reference[same] = stone[same];
    for (PriceModel model : models(seed)) {
      assertThat(model.contributions(stone, reference)[same]).isZero();
    }
  }

  @Property(tries = 100)
  void linearity__an_ensemble_contributes_what_its_halves_do(@ForAll long seed) {
    double[] stone = stone(seed);
    double[] reference = stone(~seed);
    TreeEnsemble whole = Stones.trees(10, 5, seed);
    TreeEnsemble left = new TreeEnsemble(3, whole.trees().subList(0, 4));
    TreeEnsemble right = new TreeEnsemble(5, whole.trees().subList(4, 10));

    double[] sum = left.contributions(stone, reference);
    double[] rest = right.contributions(stone, reference);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += rest[i];
    }
    assertThat(whole.contributions(stone, reference)).containsExactly(sum, within(ROUNDING));
  }

  @Property(tries = 100)
  void symmetry__factors_that_a_tree_asks_alike_share_alike(@ForAll long seed) {
    Random random = new Random(seed);
    double low = random.nextGaussian();
    double high = random.nextGaussian();
    // Pays out only where both depth and table are above 60.
    TreeNode both =
        new TreeNode.Split(
            Factor.DEPTH,
            60,
            new TreeNode.Leaf(low),
            new TreeNode.Split(Factor.TABLE, 60, new TreeNode.Leaf(low), new TreeNode.Leaf(high)));
    double[] stone = stone(seed);
    double[] reference = stone.clone();
    stone[Factor.DEPTH.ordinal()] = stone[Factor.TABLE.ordinal()] = 61;
    reference[Factor.DEPTH.ordinal()] = reference[Factor.TABLE.ordinal()] = 59;

    double[] shares = new TreeEnsemble(0, List.of(both)).contributions(stone, reference);

    assertThat(shares[Factor.DEPTH.ordinal()])
        .isCloseTo((high - low) / 2, within(ROUNDING))
        .isCloseTo(shares[Factor.TABLE.ordinal()], within(ROUNDING));
  }

  private static List<PriceModel> models(long seed) {
    return List.of(
        Stones.linear(), Stones.trees(8, 6, seed), Stones.priceList(seed), Stones.blend(seed));
  }

  private static double[] stone(long seed) {
    return Factor.all(Stones.random(new Random(seed)));
  }
}
