package io.facet.valuation.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustmentTest {

  @Test
  void it_reads_as_the_trade_speaks() {
    assertThat(new Adjustment(Factor.COLOR, .95).text()).isEqualTo("color -5.0 %");
    assertThat(new Adjustment(Factor.CARAT, 1.0137).text()).isEqualTo("weight +1.4 %");
    assertThat(new Adjustment(Factor.TABLE, 1.0004).isNoticeable()).isFalse();
    assertThat(new Adjustment(Factor.TABLE, .999).isNoticeable()).isTrue();
  }

  @Test
  void adjustments_up_and_down_do_not_cancel() {
    ComparableStone comparable =
        new ComparableStone(
            new Appraisal(Stones.EXAMPLE, 1_000),
            .2,
            1_000,
            List.of(new Adjustment(Factor.COLOR, 1.25), new Adjustment(Factor.CUT, .8)));

    assertThat(comparable.grossAdjustment()).isCloseTo(1.25 * 1.25 - 1, within(1e-12));
  }

  @Test
  void an_appraisal_is_a_price() {
    for (double price : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Appraisal(Stones.EXAMPLE, price))
          .hasMessageStartingWith("an appraisal is a number of USD above 0");
    }
  }
}
