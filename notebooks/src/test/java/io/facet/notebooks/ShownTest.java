package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Stones;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What figures show of a model is what the model says. */
class ShownTest {

  private static final Appraiser APPRAISER = Stones.appraiser(Stones.priceList(1));

  @Test
  void the_list_has_every_combination_of_grades_and_better_ones_cost_more() {
    List<Listed> listed = Listed.all(APPRAISER, .5, 1);

    assertThat(listed).hasSize(2 * 7 * 8 * 5).doesNotHaveDuplicates();
    assertThat(Listed.price(APPRAISER, 1, Color.D, Clarity.IF, Cut.IDEAL).usd())
        .isGreaterThan(Listed.price(APPRAISER, 1, Color.J, Clarity.I1, Cut.FAIR).usd());
  }

  @Test
  void hundredths_of_a_carat_are_written_as_a_scale_shows_them() {
    assertThat(Listed.hundredths(.28, .31)).containsExactly(.28, .29, .3, .31);
  }

  @Test
  void grade_steps_start_from_nothing_at_the_middle() {
    List<GradeStep> steps = GradeStep.all(APPRAISER, 1);

    assertThat(steps).hasSize(7 + 8 + 5);
    assertThat(steps)
        .filteredOn(step -> List.of("G", "SI1", "Very Good").contains(step.grade()))
        .hasSize(3)
        .allSatisfy(step -> assertThat(step.percent()).isZero());
    double d = Listed.price(APPRAISER, 1, Color.D, Clarity.SI1, Cut.VERY_GOOD).usd();
    double g = Listed.price(APPRAISER, 1, Color.G, Clarity.SI1, Cut.VERY_GOOD).usd();
    assertThat(steps)
        .filteredOn(step -> step.grade().equals("D"))
        .singleElement()
        .satisfies(step -> assertThat(step.percent()).isCloseTo(100 * (d / g - 1), within(1e-9)));
  }

  @Test
  void a_proportion_is_varied_over_what_nearly_all_stones_have() {
    List<Appraisal> stones =
        Stones.random(1_000, 7).stream().map(stone -> new Appraisal(stone, 1_000)).toList();

    List<Proportion> varied = Proportion.varied(APPRAISER, Factor.TABLE, stones);

    assertThat(Proportion.factors()).hasSize(5).startsWith(Factor.DEPTH);
    assertThat(varied.getFirst().value()).isBetween(52.0, 52.3);
    assertThat(varied.getLast().value()).isBetween(61.7, 62.0);
    assertThat(varied).anySatisfy(one -> assertThat(one.percent()).isNotZero());
  }

  @Test
  void the_bars_of_a_ladder_add_up_to_the_cent() {
    Valuation valuation = APPRAISER.value(Stones.EXAMPLE);

    List<LadderStep> ladder = LadderStep.of(valuation);

    assertThat(ladder).hasSize(11);
    assertThat(ladder.getFirst().step()).isEqualTo("a typical stone");
    assertThat(ladder.stream().limit(10).mapToDouble(LadderStep::usd).sum())
        .isCloseTo(ladder.getLast().usd(), within(1e-6));
    assertThat(ladder.getLast().usd()).isEqualTo(valuation.price().doubleValue());
  }

  @Test
  void a_stone_is_said_by_its_four_cs() {
    assertThat(Words.fourCs(Stones.EXAMPLE)).isEqualTo("0.72 ct, F, VS1, Ideal");
  }
}
