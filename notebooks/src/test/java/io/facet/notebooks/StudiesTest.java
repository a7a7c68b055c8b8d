package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.evaluation.Priced;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The studies that only notebooks make, on stones whose answer is known. */
class StudiesTest {

  private static final Diamond HEAVY =
      new Diamond(2.1, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, 57, 8.2, 8.24, 5.06);

  private static final Diamond OTHER =
      new Diamond(.72, Cut.IDEAL, Color.F, Clarity.VS1, 61.5, 58, 5.75, 5.78, 3.55);

  @Test
  void nearest_stones_of_the_same_price_per_carat_give_that_price() {
    List<Appraisal> known =
        Stones.random(300, 3).stream()
            .map(stone -> new Appraisal(stone, 4_000 * stone.carat()))
            .toList();

    assertThat(NearestPerCarat.price(Stones.EXAMPLE, known)).isCloseTo(4_000 * .72, within(1e-6));
  }

  @Test
  void a_stone_is_not_priced_by_itself() {
    List<Appraisal> stones = new ArrayList<>();
    Stones.random(200, 4).forEach(stone -> stones.add(new Appraisal(stone, 1_000 * stone.carat())));
    stones.add(new Appraisal(Stones.EXAMPLE, 1_000_000));

    List<Priced> priced = NearestPerCarat.outOfFold(stones);

    assertThat(priced).hasSize(201);
    assertThat(priced.getLast().estimate()).isCloseTo(720, within(1e-6));
  }

  @Test
  void twins_are_stones_of_the_same_four_cs_and_only_they_count() {
    Twins twins =
        Twins.among(
            List.of(
                priced(Stones.EXAMPLE, 1_000, 1_000),
                priced(OTHER, 1_000 * Math.E, 1_000 * Math.E),
                priced(Stones.REFERENCE.stone(), 5, 50)));

    assertThat(twins.stones()).isEqualTo(2);
    // ln prices 1 apart: deviations of 1/2 to either side, one degree of freedom.
    assertThat(twins.appraised()).isCloseTo(Math.sqrt(.5), within(1e-12));
    assertThat(twins.unexplained()).isCloseTo(0, within(1e-12));
    assertThat(twins.errors()).isCloseTo(0, within(1e-12));
  }

  @Test
  void the_whole_is_worth_the_sum_where_there_are_no_errors() {
    List<Priced> part = List.of(priced(Stones.EXAMPLE, 100, 100), priced(HEAVY, 9_000, 9_000));

    Worth worth = Worth.of(part, Collections.nCopies(5, part));

    assertThat(worth).isEqualTo(new Worth(9_100, 9_100, 9_100));
  }

  @Test
  void estimates_that_are_low_in_a_band_are_raised_in_that_band_only() {
    List<Priced> part = List.of(priced(Stones.EXAMPLE, 110, 100), priced(HEAVY, 9_000, 9_000));

    Worth worth = Worth.of(List.of(priced(OTHER, Double.NaN, 200)), Collections.nCopies(5, part));

    assertThat(worth.expected()).isCloseTo(220, within(1e-9));
  }

  @Test
  void what_a_model_gets_wrong_for_all_stones_alike_widens_the_range() {
    // Totals of 98, 99, 100, 101 and 102: a standard deviation of 1.58, and a fifth of its square.
    List<List<Priced>> parts =
        IntStream.rangeClosed(98, 102).mapToObj(sum -> List.of(priced(OTHER, sum, 100))).toList();

    Worth worth = Worth.of(List.of(priced(OTHER, Double.NaN, 1_000)), parts);

    double reach = 1_000 * 2.1318 * Math.sqrt(2.5 / 5) / 100;
    assertThat(worth.expected()).isCloseTo(1_000, within(1e-9));
    assertThat(worth.high()).isCloseTo(1_000 + reach, within(1e-6));
    assertThat(worth.low()).isCloseTo(1_000 - reach, within(1e-6));
  }

  @Test
  void groups_by_price_hold_equally_many_and_say_how_far_off_they_are() {
    List<Priced> priced =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> priced(OTHER, i < 51 ? 1.1 * i : i, i))
            .toList();

    List<PriceGroup> groups = PriceGroup.split(priced, 2);

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst().estimate()).isEqualTo(26);
    assertThat(groups.getFirst().median()).isCloseTo(10, within(1e-9));
    assertThat(groups.getLast().p90()).isZero();
  }

  private static Priced priced(Diamond stone, double appraised, double estimate) {
    return new Priced(stone, appraised, estimate, Double.NaN, Double.NaN);
  }
}
