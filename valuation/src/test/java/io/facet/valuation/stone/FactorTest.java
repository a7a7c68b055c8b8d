package io.facet.valuation.stone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import org.junit.jupiter.api.Test;

class FactorTest {

  @Test
  void the_nine_stand_in_the_order_of_the_trade() {
    assertThat(Factor.values())
        .extracting(Factor::label)
        .containsExactly(
            "carat", "color", "clarity", "cut", "depth", "table", "spread", "roundness", "height");
  }

  @Test
  void proportions_are_what_the_dimensions_say_beyond_the_weight() {
    double[] factors = Factor.all(Stones.EXAMPLE);

    assertThat(factors[Factor.SPREAD.ordinal()]).isCloseTo(5.75 / Math.cbrt(.72), within(1e-15));
    assertThat(factors[Factor.ROUNDNESS.ordinal()]).isEqualTo(5.78 / 5.75);
    assertThat(factors[Factor.HEIGHT.ordinal()])
        .isCloseTo(100 * 3.55 / Math.sqrt(5.75 * 5.78) - 61.5, within(1e-12));
  }

  @Test
  void values_are_written_as_a_jeweller_writes_them() {
    double[] factors = Factor.all(Stones.EXAMPLE);

    assertThat(Factor.values())
        .extracting(factor -> factor.format(factors[factor.ordinal()]))
        .containsExactly(
            "0.72 ct",
            "F",
            "VS1",
            "Ideal",
            "61.5 %",
            "56.0 %",
            "6.42 mm/∛ct",
            "1.005",
            "0.08 points");
  }

  @Test
  void what_rounds_to_nothing_has_no_sign() {
    assertThat(Factor.HEIGHT.format(-.004)).isEqualTo("0.00 points");
    assertThat(Factor.HEIGHT.format(-.006)).isEqualTo("-0.01 points");
  }
}
