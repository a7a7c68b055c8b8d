package io.facet.training.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.training.stones.Appraised;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

class FamiliesTest {

  private static final List<Appraised> STONES = Collection.some(1_200);

  static List<ModelFamily> quick() {
    return Families.all(true);
  }

  @ParameterizedTest
  @MethodSource("quick")
  void the_same_stones_and_seed_give_the_same_model_bit_for_bit(ModelFamily family) {
    PriceModel first = family.fit(STONES, 7);
    new Random().nextDouble();
    PriceModel second = family.fit(STONES, 7);

    for (Appraised appraised : STONES) {
      double[] factors = Factor.all(appraised.stone());
      assertThat(second.logPrice(factors)).isEqualTo(first.logPrice(factors));
    }
  }

  @ParameterizedTest
  @MethodSource("quick")
  void a_family_learns_that_weight_is_most_of_a_price(ModelFamily family) {
    PriceModel model = family.fit(STONES, 7);
    Diamond half =
        new Diamond(
            .5,
            Stones.EXAMPLE.cut(),
            Stones.EXAMPLE.color(),
            Stones.EXAMPLE.clarity(),
            61.5,
            56,
            5.1,
            5.12,
            3.14);
    Diamond carat =
        new Diamond(
            1.1,
            Stones.EXAMPLE.cut(),
            Stones.EXAMPLE.color(),
            Stones.EXAMPLE.clarity(),
            61.5,
            56,
            6.63,
            6.66,
            4.09);

    double ratio = Math.exp(model.logPrice(Factor.all(carat)) - model.logPrice(Factor.all(half)));

    assertThat(ratio).isBetween(2.0, 8.0);
  }

  @Test
  void trees_without_smile_price_as_smile_does() {
    BoostedTrees family = BoostedTrees.quick();
    DataFrame data = BoostedTrees.data(STONES);
    MathEx.setSeed(3);
    GradientTreeBoost smile =
        GradientTreeBoost.fit(
            Formula.lhs("log_price"),
            data,
            new GradientTreeBoost.Options(
                Loss.ls(),
                family.trees(),
                family.depth(),
                family.leaves(),
                family.leafSize(),
                family.shrinkage(),
                family.sample(),
                null,
                null));
    TreeEnsemble ours = SmileTrees.of(smile, family.shrinkage(), data);

    List<Appraised> unseen = Collection.data().stones().subList(1_200, 4_900);
    DataFrame asked = BoostedTrees.data(unseen);
    for (int i = 0; i < unseen.size(); i++) {
      assertThat(ours.logPrice(Factor.all(unseen.get(i).stone())))
          .isCloseTo(smile.predict(asked.get(i)), within(1e-9));
    }
  }

  @Test
  void the_linear_family_finds_the_law_that_made_the_prices() {
    List<Appraised> lawful =
        Stones.random(2_000, 5).stream()
            .map(
                stone ->
                    new Appraised(
                        stone,
                        5_000
                            * Math.pow(stone.carat(), 1.8)
                            * Math.exp(
                                .08 * Factor.COLOR.of(stone)
                                    + .11 * Factor.CLARITY.of(stone)
                                    + .03 * Factor.CUT.of(stone)
                                    - .01 * (stone.depth() - 60))))
            .toList();

    PriceModel model = new Linear().fit(lawful, 1);

    for (Appraised stone : lawful.subList(0, 100)) {
      assertThat(model.logPrice(Factor.all(stone.stone())))
          .isCloseTo(Math.log(stone.price()), within(1e-4));
    }
  }

  @Test
  void a_family_is_found_by_its_name() {
    assertThat(Families.names()).containsExactly("linear", "price-list", "boosted-trees");
    assertThat(Families.named("linear", false)).isPresent();
    assertThat(Families.named("oracle", false)).isEmpty();
    assertThat(Families.named(Families.DEFAULT, false)).isPresent();
  }
}
