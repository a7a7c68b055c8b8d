package io.facet.training.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.ImpossibleStoneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  @ParameterizedTest
  @EnumSource
  void each_says_what_must_hold_in_a_sentence_with_its_numbers(Rule rule) {
    assertThat(rule.sentence()).isNotBlank().doesNotContain("{", "}", "Infinity");
    assertThat(rule.code()).matches("[a-z_]+");
  }

  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {"ODD_DEPTH_FIT", "ODD_WEIGHT_FIT", "PRICE_LEVEL_ODD", "PRICES_SCATTERED_ODD"})
  void what_is_only_odd_lies_within_what_is_possible(Rule odd) {
    Bar possible = Rule.valueOf(odd.name().replaceFirst("^ODD_|_ODD$", "")).bar();

    assertThat(odd.bar().low()).isGreaterThanOrEqualTo(possible.low());
    assertThat(odd.bar().high()).isLessThanOrEqualTo(possible.high());
  }

  @Test
  void the_bars_of_possible_stones_are_those_that_the_domain_holds() {
    double heaviest = Rule.WEIGHT.bar().high();
    assertThat(possible(heaviest, 29.5)).isTrue();
    assertThat(possible(heaviest + .01, 29.5)).isFalse();
    double volume = Math.pow(6.5, 3) * .62;
    assertThat(possible(Rule.WEIGHT_FIT.bar().high() * volume * .999, 6.5)).isTrue();
    assertThat(possible(Rule.WEIGHT_FIT.bar().high() * volume * 1.001, 6.5)).isFalse();
  }

  private static boolean possible(double carat, double diameter) {
    try {
      double depth = 62;
      return new Diamond(
                  carat,
                  Cut.IDEAL,
                  Color.F,
                  Clarity.VS1,
                  depth,
                  56,
                  diameter,
                  diameter,
                  .62 * diameter)
              .carat()
          > 0;
    } catch (ImpossibleStoneException e) {
      return false;
    }
  }
}
