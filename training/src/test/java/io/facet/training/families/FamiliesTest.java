package io.facet.training.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smile.data.DataFrame;
import smile.regression.DataFrameRegression;
import smile.regression.GradientTreeBoost;

class FamiliesTest {

  private static final List<Appraisal> STONES = Collection.some(1_200);

  static List<ModelFamily> quick() {
    return Families.all(true);
  }

  @ParameterizedTest
  @MethodSource("quick")
  void the_same_stones_and_seed_give_the_same_model_bit_for_bit(ModelFamily family) {
    PriceModel first = family.fit(STONES, 7);
    new Random().nextDouble();
    PriceModel second = family.fit(STONES, 7);

    for (Appraisal appraised : STONES) {
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
  void boosted_trees_without_smile_price_as_smile_does() {
    DataFrame data = SmileTrees.data(STONES);
    BoostedTrees family = BoostedTrees.quick();
    GradientTreeBoost smile = family.boost(data, 3);

    assertSame(family.fit(STONES, 3), smile);
  }

  @Test
  void a_random_forest_without_smile_prices_as_smile_does() {
    RandomForestFamily family = RandomForestFamily.quick();

    assertSame(family.fit(STONES, 3), family.forest(SmileTrees.data(STONES), 3));
  }

  @Test
  void a_tree_tells_every_stone_apart_that_it_may() {
    RandomForestFamily grown = new RandomForestFamily(1, 9, 40, 4_000, 1, 1);

    TreeEnsemble tree = (TreeEnsemble) grown.fit(STONES, 3);

    // Two thirds of the stones are drawn; asked at every hundredth part only, 200 leaves are left.
    assertThat(leaves(tree.trees().getFirst())).isGreaterThan(600);
  }

  @Test
  void a_blend_is_the_geometric_mean_of_its_families() {
    PriceModel blend = Families.named("blend", true).orElseThrow().fit(STONES, 3);
    PriceModel list = Families.named("price-list", true).orElseThrow().fit(STONES, 3);
    PriceModel trees = Families.named("boosted-trees", true).orElseThrow().fit(STONES, 3);

    double[] stone = Factor.all(Stones.EXAMPLE);
    assertThat(Math.exp(blend.logPrice(stone)))
        .isCloseTo(
            Math.sqrt(Math.exp(list.logPrice(stone)) * Math.exp(trees.logPrice(stone))),
            within(1e-6));
    assertThat(Families.named("blend", true).orElseThrow().parameters())
        .containsEntry("price-list.weight", "0.5")
        .containsEntry("boosted-trees.trees", "60");
  }

  @Test
  void in_a_comparison_what_the_blend_shares_is_learned_once_and_is_the_same() {
    List<Appraisal> few = STONES.subList(0, 600);
    AtomicInteger lessons = new AtomicInteger();
    Once once = new Once(counting(lessons));

    PriceModel alone = once.fit(few, 1);
    PriceModel again = once.fit(List.copyOf(few), 1);

    assertThat(again).isSameAs(alone);
    assertThat(lessons).hasValue(1);
    once.fit(few, 2);
    once.fit(few.subList(1, 600), 1);
    Families.afresh(new BlendFamily(List.of(once, once))).fit(few, 1);
    assertThat(lessons).hasValue(5);
  }

  @Test
  void the_linear_family_finds_the_law_that_made_the_prices() {
    List<Appraisal> lawful =
        Stones.random(2_000, 5).stream()
            .map(
                stone ->
                    new Appraisal(
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

    for (Appraisal stone : lawful.subList(0, 100)) {
      assertThat(model.logPrice(Factor.all(stone.stone())))
          .isCloseTo(Math.log(stone.price()), within(1e-4));
    }
  }

  @Test
  void a_family_is_found_by_its_name() {
    assertThat(Families.names())
        .containsExactly("linear", "price-list", "random-forest", "boosted-trees", "blend");
    assertThat(Families.compared(true)).extracting(ModelFamily::name).isEqualTo(Families.names());
    assertThat(Families.named("linear", false)).isPresent();
    assertThat(Families.named("oracle", false)).isEmpty();
    assertThat(Families.named(Families.DEFAULT, false)).isPresent();
  }

  @Test
  void a_family_for_studies_is_learned_from_but_never_offered() {
    ModelFamily raw = Families.studied(true).getFirst();

    assertThat(Families.studied(true)).hasSize(1);
    assertThat(raw.name()).isEqualTo("price-list-raw");
    assertThat(raw.parameters())
        .isEqualTo(Families.named("price-list", true).orElseThrow().parameters());
    assertThat(Families.names()).doesNotContain("price-list-raw");
    assertThat(Families.named("price-list-raw", true)).isEmpty();
  }

  private static void assertSame(PriceModel ours, DataFrameRegression smile) {
    List<Appraisal> unseen = Collection.data().stones().subList(1_200, 4_900);
    DataFrame asked = SmileTrees.data(unseen);
    for (int i = 0; i < unseen.size(); i++) {
      assertThat(ours.logPrice(Factor.all(unseen.get(i).stone())))
          .isCloseTo(smile.predict(asked.get(i)), within(1e-9));
    }
  }

  private static int leaves(TreeNode node) {
    return switch (node) {
      case TreeNode.Leaf leaf -> 1;
      case TreeNode.Split split -> leaves(split.low()) + leaves(split.high());
    };
  }

  private static ModelFamily counting(AtomicInteger lessons) {
    return new ModelFamily() {
      @Override
      public String name() {
        return "counting";
      }

      @Override
      public Map<String, String> parameters() {
        return Map.of();
      }

      @Override
      public PriceModel fit(List<Appraisal> stones, long seed) {
        lessons.incrementAndGet();
        return new TreeEnsemble(seed, List.of());
      }
    };
  }
}
