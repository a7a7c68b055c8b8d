package io.facet.valuation.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode.Leaf;
import io.facet.valuation.price.TreeNode.Split;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Distances are in log price: what the model says that a difference is worth. */
class MetricTest {

  private static final PriceModel FLAT =
      new LinearModel(7, 0, new double[7], new double[8], new double[5], new double[5]);

  @Test
  void a_grade_or_a_weight_apart_is_as_far_as_its_price_is() {
    Metric metric = metric(Stones.linear());

    assertThat(apart(metric, stone(1, Color.J, Clarity.VS1), stone(1, Color.I, Clarity.VS1)))
        .isCloseTo(.15, within(1e-9));
    assertThat(apart(metric, stone(1, Color.F, Clarity.I1), stone(1, Color.F, Clarity.SI2)))
        .isCloseTo(.4, within(1e-9));
    assertThat(apart(metric, stone(1, Color.F, Clarity.VS1), stone(1.2, Color.F, Clarity.VS1)))
        .isCloseTo(1.9 * Math.log(1.2), within(1e-3));
  }

  @Test
  void without_interaction_the_distance_is_the_log_of_the_gross_adjustment() {
    List<Appraisal> collection = Appraisals.random(400, 3);

    for (ComparableStone comparable :
        Comparables.of(Stones.linear(), collection).nearest(Stones.EXAMPLE, 400)) {
      assertThat(Math.log1p(comparable.grossAdjustment()))
          .isCloseTo(comparable.distance(), within(.02));
    }
  }

  @Test
  void a_full_carat_is_farther_from_99_points_than_from_101_where_the_trade_pays_for_it() {
    Split fullCarat = new Split(Factor.CARAT, .995, new Leaf(0), new Leaf(.1));
    List<Diamond> stones =
        List.of(
            stone(.9, Color.F, Clarity.VS1),
            stone(.99, Color.F, Clarity.VS1),
            stone(1, Color.F, Clarity.VS1),
            stone(1.01, Color.F, Clarity.VS1));
    Metric metric = metric(new TreeEnsemble(8, List.of(fullCarat)), stones);

    assertThat(apart(metric, stones.get(2), stones.get(1))).isCloseTo(.1, within(1e-9));
    assertThat(apart(metric, stones.get(2), stones.get(3))).isLessThan(.02);
  }

  @Property(tries = 50)
  void distances_are_symmetric_and_only_the_same_stone_has_none(@ForAll long seed) {
    List<Diamond> stones = Stones.random(2, seed);
    for (PriceModel model : List.of(FLAT, Stones.linear(), Stones.trees(5, 4, seed))) {
      Metric metric = metric(model);

      assertThat(apart(metric, stones.get(0), stones.get(1)))
          .isPositive()
          .isEqualTo(apart(metric, stones.get(1), stones.get(0)));
      assertThat(apart(metric, stones.get(0), stones.get(0))).isZero();
    }
  }

  @Test
  void what_the_model_does_not_price_still_tells_stones_apart() {
    Metric metric = metric(FLAT);
    Diamond stone = stone(1, Color.F, Clarity.VS1);

    assertThat(apart(metric, stone, stone(1, Color.E, Clarity.VS1))).isPositive();
    assertThat(apart(metric, stone, stone(1, Color.D, Clarity.VS1)))
        .isGreaterThan(apart(metric, stone, stone(1, Color.E, Clarity.VS1)));
    assertThat(apart(metric, stone, stone(1.01, Color.F, Clarity.VS1))).isPositive();
  }

  @Test
  void beyond_the_collection_a_heavier_stone_is_still_farther() {
    Metric metric = metric(Stones.linear());
    Diamond stone = stone(1, Color.F, Clarity.VS1);

    assertThat(apart(metric, stone, stone(40, Color.F, Clarity.VS1)))
        .isGreaterThan(apart(metric, stone, stone(20, Color.F, Clarity.VS1)));
    assertThat(apart(metric, stone, stone(.05, Color.F, Clarity.VS1)))
        .isGreaterThan(apart(metric, stone, stone(.1, Color.F, Clarity.VS1)));
  }

  private static Metric metric(PriceModel model) {
    return metric(model, Stones.random(400, 5));
  }

  private static Metric metric(PriceModel model, List<Diamond> stones) {
    return new Metric(model, stones.stream().map(Factor::all).toArray(double[][]::new));
  }

  private static double apart(Metric metric, Diamond one, Diamond other) {
    return Metric.distance(metric.place(Factor.all(one)), metric.place(Factor.all(other)));
  }

  /** Round stones of the same proportions, whatever they weigh. */
  private static Diamond stone(double carat, Color color, Clarity clarity) {
    double x = 6.45 * Math.cbrt(carat);
    return new Diamond(carat, Cut.IDEAL, color, clarity, 61.5, 56, x, x, .615 * x);
  }
}
