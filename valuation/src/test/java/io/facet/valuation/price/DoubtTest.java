package io.facet.valuation.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DoubtTest {

  private final Doubt doubt = Stones.doubt();

  @Test
  void it_is_the_variance_that_two_known_stones_leave() {
    double[] at = Factor.all(Stones.EXAMPLE);
    double[] near = new double[2];
    for (int centre = 0; centre < 2; centre++) {
      double squares = 0;
      for (int i = 0; i < Factor.COUNT; i++) {
        double distance =
            (doubt.axes().get(i).position(at[i]) - doubt.centres()[centre * Factor.COUNT + i]) / 2;
        squares += distance * distance;
      }
      near[centre] = Math.exp(-squares / 2);
    }
    double told = .9 * near[0] * near[0] - 2 * .2 * near[0] * near[1] + .9 * near[1] * near[1];

    assertThat(doubt.of(at)).isCloseTo(1 - told, within(1e-12)).isBetween(.05, .95);
  }

  @Test
  void nothing_is_known_far_from_all_stones() {
    double[] far = Factor.all(Stones.EXAMPLE);
    far[Factor.CUT.ordinal()] = 0;
    far[Factor.CLARITY.ordinal()] = 0;
    far[Factor.DEPTH.ordinal()] = 70;
    far[Factor.TABLE.ordinal()] = 70;
    far[Factor.ROUNDNESS.ordinal()] = 1.03;

    assertThat(doubt.of(far)).isGreaterThan(.999);
    assertThat(doubt.isUnusual(doubt.of(far))).isTrue();
    assertThat(doubt.widening(1)).isCloseTo(Math.sqrt(1 + 4 * .7), within(1e-12));
    assertThat(doubt.widening(.3)).isEqualTo(1);
  }

  @Test
  void parts_that_do_not_fit_are_refused() {
    double[] lengths = doubt.lengths();
    double[] centres = doubt.centres();
    double[] information = doubt.information();
    assertThatThrownBy(() -> new Doubt(doubt.axes(), lengths, centres, new double[3], .3, 4))
        .hasMessage("a doubt of 2 centres has 18 positions and 3 informations");
    assertThatThrownBy(() -> new Doubt(doubt.axes(), lengths, centres, information, 1.1, 4))
        .hasMessage("a usual doubt of 1.1 that weighs 4.0");
    Arrays.fill(lengths, 0);
    assertThatThrownBy(() -> new Doubt(doubt.axes(), lengths, centres, information, .3, 4))
        .hasMessage("a doubt of length 0.0");
  }
}
