package io.facet.valuation.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Appraiser;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearbyStonesTest {

  private static final Appraiser APPRAISER = Stones.appraiser(Stones.linear());

  @Test
  void a_stone_has_two_magic_weights_and_six_grades_around_it_the_lesser_first() {
    assertThat(names(Stones.EXAMPLE.carat(), Cut.PREMIUM, Color.F, Clarity.VS1))
        .containsExactly("0.70 ct", "0.90 ct", "G", "E", "VS2", "VVS2", "Very Good", "Ideal");
  }

  @Test
  void nothing_is_better_than_the_best_or_worse_than_the_worst() {
    assertThat(names(.72, Cut.IDEAL, Color.D, Clarity.IF))
        .containsExactly("0.70 ct", "0.90 ct", "E", "VVS1", "Premium");
    assertThat(names(.72, Cut.FAIR, Color.J, Clarity.I1))
        .containsExactly("0.70 ct", "0.90 ct", "I", "SI2", "Good");
  }

  @Test
  void a_stone_at_a_magic_weight_is_compared_with_the_ones_before_and_behind_it() {
    assertThat(names(1, Cut.IDEAL, Color.D, Clarity.IF)).startsWith("0.90 ct", "1.50 ct");
    assertThat(names(.25, Cut.IDEAL, Color.D, Clarity.IF)).startsWith("0.30 ct", "E");
    assertThat(names(6, Cut.IDEAL, Color.D, Clarity.IF)).startsWith("5.00 ct", "E");
  }

  @Property(tries = 200)
  void only_the_named_thing_differs(@ForAll long seed) {
    Diamond asked = Stones.random(new Random(seed));
    double[] before = Factor.all(asked);
    for (NearbyStone nearby : NearbyStones.of(APPRAISER, asked)) {
      double[] after = Factor.all(nearby.stone());
      for (Factor factor : Factor.values()) {
        int i = factor.ordinal();
        if (factor == nearby.factor()) {
          assertThat(after[i] > before[i]).isEqualTo(nearby.better());
        } else {
          // Dimensions are rounded to a thousandth of a millimetre.
          assertThat(after[i]).as(factor.label()).isCloseTo(before[i], within(.03));
        }
      }
    }
  }

  @Property(tries = 100)
  void every_price_is_that_of_the_stone_that_is_shown(@ForAll long seed) {
    Diamond asked = Stones.random(new Random(seed));
    for (NearbyStone nearby : NearbyStones.of(APPRAISER, asked)) {
      assertThat(nearby.estimate()).isEqualTo(APPRAISER.estimate(nearby.stone()));
    }
  }

  @Test
  void a_stone_at_the_edge_of_the_possible_is_answered_without_what_would_be_beyond() {
    // carat/(x·y·z) is as small as it may be.
    Diamond edge = edge();

    assertThat(NearbyStones.of(APPRAISER, edge)).isNotEmpty();
  }

  private static Diamond edge() {
    double x = 6.4;
    double z = .6 * x;
    double carat = .003 * x * x * z + 1e-12;
    return new Diamond(carat, Cut.IDEAL, Color.G, Clarity.VS1, 60, 56, x, x, z);
  }

  private static List<String> names(double carat, Cut cut, Color color, Clarity clarity) {
    double x = 6.45 * Math.cbrt(carat);
    Diamond stone = new Diamond(carat, cut, color, clarity, 61.5, 56, x, x, .615 * x);
    return NearbyStones.of(APPRAISER, stone).stream().map(NearbyStone::value).toList();
  }
}
