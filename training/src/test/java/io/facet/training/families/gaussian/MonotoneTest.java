package io.facet.training.families.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.price.PriceList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonotoneTest {

  private static final int WEIGHTS = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_projected_list_never_falls_and_is_not_projected_further(long seed) {
    double[] projected = Monotone.projected(random(seed));

    assertThat(Monotone.violations(projected)).isZero();
    assertThat(Monotone.projected(projected)).containsExactly(projected, within(1e-12));
  }

  @Test
  void a_list_that_rises_everywhere_stays_as_it_is() {
    double[] rising = new double[WEIGHTS * PriceList.ROWS];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = .01 * i;
    }

    assertThat(Monotone.violations(rising)).isZero();
    assertThat(Monotone.projected(rising)).isEqualTo(rising);
  }

  @Test
  void one_price_that_is_too_high_meets_its_better_neighbours_half_way() {
    double[] flat = new double[WEIGHTS * PriceList.ROWS];
    int dear = 2 * PriceList.ROWS + PriceList.row(3, 4, 2);
    flat[dear] = 1;

    assertThat(Monotone.violations(flat)).isEqualTo(4);
    double[] projected = Monotone.projected(flat);
    assertThat(projected[dear]).isEqualTo(.5);
    assertThat(projected[dear + PriceList.row(1, 1, 1)]).isEqualTo(.5);
    assertThat(projected[dear - PriceList.row(0, 0, 1)]).isZero();
  }

  private static double[] random(long seed) {
    return new Random(seed).doubles((long) WEIGHTS * PriceList.ROWS).toArray();
  }
}
