package io.facet.valuation.stone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiamondTest {

  @Test
  void an_impossible_diamond_cannot_be_made_and_says_all_that_is_wrong() {
    assertThatThrownBy(
            () -> new Diamond(0, Cut.FAIR, Color.J, Clarity.I1, 60, Double.NaN, 5, 5, -3))
        .isInstanceOf(ImpossibleStoneException.class)
        .hasMessage(
            "carat: must be above 0 ct; table: is not a number that a stone can have; "
                + "z: must be above 0 mm");
  }

  @Test
  void grades_rank_from_worst_to_best_and_ideal_is_above_premium() {
    assertThat(Cut.IDEAL).isGreaterThan(Cut.PREMIUM);
    assertThat(Color.D).isGreaterThan(Color.J);
    assertThat(Clarity.IF).isGreaterThan(Clarity.I1);
  }

  @Test
  void an_unknown_grade_is_no_grade() {
    assertThat(Grade.parse(Color.class, "K")).isEmpty();
    assertThat(Grade.parse(Cut.class, "very good")).contains(Cut.VERY_GOOD);
  }
}
