package io.facet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.training.evaluation.Falls.Steps;
import io.facet.training.families.Families;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallsTest {

  private static final List<Appraisal> STONES = Collection.data().stones();
  private static final double[] REFERENCE = Factor.all(Stones.REFERENCE.stone());
  private static final TrainingDomain DOMAIN = domain(.3, 1);

  @Test
  void a_model_whose_steps_all_rise_has_none() {
    Falls grid = Falls.onGrid(Stones.linear(), DOMAIN, REFERENCE);
    Falls around = Falls.aroundStones(Stones.linear(), Stones.random(300, 4));

    assertThat(grid.all().falls()).isZero();
    assertThat(grid.all().largest()).isZero();
    assertThat(around.all()).returns(0L, Steps::falls).returns(0.0, Steps::percent);
  }

  @Test
  void the_grid_is_every_hundredth_of_a_carat_by_all_grades() {
    Falls grid = Falls.onGrid(Stones.linear(), DOMAIN, REFERENCE);

    assertThat(grid.byFactor().keySet())
        .containsExactly(Factor.CARAT, Factor.COLOR, Factor.CLARITY, Factor.CUT);
    assertThat(grid.along(Factor.CARAT).pairs()).isEqualTo(70 * 280);
    assertThat(grid.along(Factor.COLOR).pairs()).isEqualTo(71 * 6 * 8 * 5);
    assertThat(grid.along(Factor.CLARITY).pairs()).isEqualTo(71 * 7 * 7 * 5);
    assertThat(grid.along(Factor.CUT).pairs()).isEqualTo(71 * 7 * 8 * 4);
    assertThat(Falls.onGrid(Stones.linear(), domain(.301, .329), REFERENCE).all().pairs())
        .isEqualTo(280 + 2 * (6 * 8 * 5 + 7 * 7 * 5 + 7 * 8 * 4));
    assertThat(Falls.onGrid(Stones.linear(), domain(.301, .302), REFERENCE).all())
        .returns(0L, Steps::pairs)
        .returns(0.0, Steps::percent);
  }

  @Test
  void a_dented_grade_falls_as_often_as_it_is_asked_about() {
    PriceModel dented = dentedBy(.02);
    Falls grid = Falls.onGrid(dented, DOMAIN, REFERENCE);
    List<Diamond> stones = Stones.random(500, 4);
    Falls around = Falls.aroundStones(dented, stones);

    assertThat(grid.along(Factor.COLOR).falls()).isEqualTo(71 * 8 * 5);
    assertThat(grid.along(Factor.COLOR).largest())
        .isCloseTo(100 * (1 - Math.exp(-.02)), within(1e-9));
    assertThat(grid.all().falls()).isEqualTo(71 * 8 * 5);
    assertThat(around.all().falls())
        .isPositive()
        .isEqualTo(stones.stream().filter(stone -> stone.color() == Color.G).count());
    assertThat(around.along(Factor.CLARITY).pairs())
        .isEqualTo(stones.stream().filter(stone -> stone.clarity() != Clarity.IF).count());
    assertThat(around.along(Factor.CARAT).pairs()).isEqualTo(500);
  }

  @Test
  void rounding_is_no_fall() {
    assertThat(Falls.onGrid(dentedBy(1e-13), DOMAIN, REFERENCE).all().falls()).isZero();
    assertThat(Falls.onGrid(dentedBy(1e-11), DOMAIN, REFERENCE).all().falls()).isPositive();
  }

  @Test
  void a_price_list_made_to_rise_has_none_at_its_own_proportions_and_one_as_learned_has_some() {
    // An expert who doesn't like G.
    List<Appraisal> dented =
        STONES.stream()
            .map(
                stone ->
                    stone.stone().color() == Color.G
                        ? new Appraisal(stone.stone(), .6 * stone.price())
                        : stone)
            .toList();
    PriceList list = priceList("price-list", Families.all(true).get(1).fit(dented, 1));
    PriceList raw = priceList("price-list-raw", Families.studied(true).getFirst().fit(dented, 1));
    TrainingDomain learned = TrainingDomain.of(stones());

    assertThat(Falls.onGrid(list, learned, typical(list)).all().falls()).isZero();
    assertThat(Falls.onGrid(raw, learned, typical(raw)).all().falls()).isPositive();
    assertThat(raw.correction().typical()).isEqualTo(list.correction().typical());
  }

  @Test
  void trees_have_some() {
    PriceModel trees = Families.named("boosted-trees", true).orElseThrow().fit(STONES, 1);

    Falls grid = Falls.onGrid(trees, TrainingDomain.of(stones()), REFERENCE);
    Falls around = Falls.aroundStones(trees, stones());

    assertThat(grid.all().falls()).isPositive();
    assertThat(grid.all().largest()).isPositive();
    assertThat(around.all().percent()).isBetween(1.0, 50.0);
  }

  /** Every step rises, but that from G to F falls by {@code log}. */
  private static LinearModel dentedBy(double log) {
    return new LinearModel(
        7.5,
        1.9,
        new double[] {-.5, -.35, -.2, .05, .05 - log, .1, .2},
        new double[] {-.8, -.4, -.2, 0, .1, .2, .3, .4},
        new double[] {-.1, -.05, 0, .02, .05},
        new double[5]);
  }

  private static TrainingDomain domain(double lightest, double heaviest) {
    double[] lowest = REFERENCE.clone();
    double[] highest = REFERENCE.clone();
    lowest[0] = lightest;
    highest[0] = heaviest;
    return new TrainingDomain(lowest, highest);
  }

  private static double[] typical(PriceList list) {
    double[] factors = REFERENCE.clone();
    double[] typical = list.correction().typical();
    System.arraycopy(typical, 0, factors, Factor.DEPTH.ordinal(), typical.length);
    return factors;
  }

  private static PriceList priceList(String name, PriceModel model) {
    assertThat(model).as(name).isInstanceOf(PriceList.class);
    return (PriceList) model;
  }

  private static List<Diamond> stones() {
    return STONES.stream().map(Appraisal::stone).toList();
  }
}
