package io.facet.valuation.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import io.facet.valuation.price.Bumps.Shape;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriceListTest {

  private final PriceList list = Stones.priceList(1);

  @Property(tries = 100)
  void a_stone_of_typical_proportions_costs_the_list_price(@ForAll long seed) {
    double[] stone = typical(Factor.all(Stones.random(new Random(seed))));

    assertThat(list.logPrice(stone))
        .isEqualTo(list.listed(stone[0], (int) stone[1], (int) stone[2], (int) stone[3]));
  }

  @Test
  void a_listed_weight_has_its_own_price_to_the_last_bit() {
    double[] carats = list.carats();
    for (int i = 0; i < carats.length; i++) {
      assertThat(list.listed(carats[i], 6, 3, 2))
          .isEqualTo(list.logPrices()[i * PriceList.ROWS + PriceList.row(6, 3, 2)]);
    }
  }

  @Test
  void between_and_beyond_listed_weights_prices_follow_a_straight_line_of_logarithms() {
    double half = list.listed(.5, 0, 0, 0);
    double seventy = list.listed(.7, 0, 0, 0);
    double perLogCarat = (seventy - half) / Math.log(.7 / .5);

    assertThat(list.listed(.6, 0, 0, 0))
        .isCloseTo(half + perLogCarat * Math.log(.6 / .5), within(1e-12));
    double steepest = (list.listed(3, 0, 0, 0) - list.listed(1.5, 0, 0, 0)) / Math.log(3 / 1.5);
    assertThat(list.listed(12, 0, 0, 0))
        .isCloseTo(list.listed(3, 0, 0, 0) + steepest * Math.log(4), within(1e-12));
  }

  @Property(tries = 100)
  void a_heavier_stone_never_costs_less_where_the_list_rises(@ForAll long seed) {
    double[] stone = typical(Factor.all(Stones.random(new Random(seed))));
    double[] heavier = stone.clone();
    heavier[0] = Math.nextUp(stone[0]) + new Random(seed).nextDouble() * 1e-3;

    assertThat(list.logPrice(heavier)).isGreaterThanOrEqualTo(list.logPrice(stone));
  }

  @Test
  void proportions_beyond_what_was_learned_count_as_the_last_that_were() {
    double[] stone = Factor.all(Stones.EXAMPLE);
    double[] beyond = stone.clone();
    stone[Factor.DEPTH.ordinal()] = 55;
    beyond[Factor.DEPTH.ordinal()] = 43;

    assertThat(list.logPrice(beyond)).isEqualTo(list.logPrice(stone));
  }

  @Test
  void a_list_whose_parts_do_not_fit_is_refused() {
    Correction correction = list.correction();
    assertThatThrownBy(() -> new PriceList(new double[] {1, 2}, new double[5], correction))
        .hasMessage("a price list of 2 weights has 5 prices");
    double[] prices = new double[2 * PriceList.ROWS];
    assertThatThrownBy(() -> new PriceList(new double[] {2, 1}, prices, correction))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> new PriceList(new double[] {0, 1}, prices, correction))
        .hasMessageContaining("must rise");
  }

  @Test
  void a_correction_whose_parts_do_not_fit_is_refused() {
    Correction good = list.correction();
    List<Axis> axes = good.axes();
    List<Axis> mixed =
        List.of(
            axes.get(1),
            axes.get(0),
            axes.get(2),
            axes.get(3),
            axes.get(4),
            axes.get(5),
            axes.get(6),
            axes.get(7),
            axes.get(8));
    assertThatThrownBy(() -> new Correction(mixed, good.typical(), good.slopes(), good.bumps()))
        .hasMessage("the axis of carat has 7 grades");
    assertThatThrownBy(() -> new Correction(axes, new double[4], good.slopes(), good.bumps()))
        .hasMessageContaining("five proportions");
    assertThatThrownBy(() -> new Axis.Measured(2, 1, false, 0, 1)).hasMessageContaining("2.0 to");
    assertThatThrownBy(() -> new Axis.Measured(0, 1, true, 0, 1)).hasMessageContaining("0.0 to");
    assertThatThrownBy(() -> new Axis.Graded(new double[] {1, 0})).hasMessageContaining("rise");
    assertThatThrownBy(() -> new Bumps(Shape.ROUND, new double[9], new double[9], new double[1]))
        .hasMessage("a bump of length 0.0");
    assertThatThrownBy(() -> new Bumps(Shape.ROUND, new double[9], new double[8], new double[1]))
        .hasMessage("1 bumps have 8 positions and 9 lengths");
  }

  private double[] typical(double[] factors) {
    double[] typical = list.correction().typical();
    System.arraycopy(typical, 0, factors, Factor.DEPTH.ordinal(), typical.length);
    return factors;
  }
}
