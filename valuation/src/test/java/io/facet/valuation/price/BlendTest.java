package io.facet.valuation.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import io.facet.valuation.stone.Factor;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {

  private static final double[] STONE = Factor.all(Stones.EXAMPLE);

  @Test
  void its_price_is_the_weighted_geometric_mean_of_its_parts_prices() {
    Blend blend = new Blend(List.of(part(.25, Math.log(1_000)), part(.75, Math.log(2_000))));

    assertThat(Math.exp(blend.logPrice(STONE)))
        .isCloseTo(Math.pow(1_000, .25) * Math.pow(2_000, .75), within(1e-9));
  }

  @Test
  void weights_that_are_no_shares_of_one_are_refused() {
    assertThatThrownBy(() -> new Blend(List.of(part(.5, 7), part(.6, 7))))
        .hasMessageContaining("sum to 1.1");
    assertThatThrownBy(() -> new Blend(List.of())).hasMessageContaining("sum to 0");
    assertThatThrownBy(() -> part(-.5, 7)).hasMessageContaining("weighs -0.5");
    assertThatThrownBy(() -> part(Double.NaN, 7)).hasMessageContaining("weighs NaN");
  }

  @Test
  void a_blend_is_no_part_of_a_blend() {
    assertThatThrownBy(() -> new Blend.Part(1, Stones.blend(1)))
        .hasMessageContaining("no part of a blend");
  }

  private static Blend.Part part(double weight, double logPrice) {
    return new Blend.Part(weight, new TreeEnsemble(logPrice, List.of()));
  }
}
