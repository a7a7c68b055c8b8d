package io.facet.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.RangeCalibration.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RangeCalibrationTest {

  @Property(tries = 20)
  void ranges_hold_in_every_band_on_stones_not_calibrated_on(@ForAll long seed) {
    Random random = new Random(seed);
    RangeCalibration calibration =
        RangeCalibration.fit(List.of(.9), new double[] {0, 1}, misses(4_000, random));

    for (double from : new double[] {0, 1}) {
      List<Miss> fresh =
          misses(20_000, random).stream()
              .filter(miss -> from == 0 ? miss.carat() < 1 : miss.carat() >= 1)
              .toList();
      long held = fresh.stream().filter(miss -> holds(calibration, miss)).count();
      assertThat((double) held / fresh.size()).isCloseTo(.9, within(.04));
    }
  }

  @Test
  void too_few_stones_cannot_calibrate_anything() {
    assertThatThrownBy(
            () -> RangeCalibration.fit(List.of(.9), new double[] {0}, List.of(new Miss(.5, .1))))
        .hasMessageContaining("1 stones are too few");
  }

  @Test
  void a_band_with_too_few_stones_joins_the_one_below() {
    List<Miss> light = misses(500, new Random(1)).stream().filter(m -> m.carat() < 1).toList();

    RangeCalibration calibration = RangeCalibration.fit(List.of(.9), new double[] {0, 1, 2}, light);

    assertThat(calibration.starts()).containsExactly(0);
  }

  @Test
  void bands_must_start_at_nothing_and_rise() {
    assertThatThrownBy(() -> new RangeCalibration(.9, List.of(new CaratBand(.5, 0, 0))))
        .hasMessageContaining("start at 0 ct");
    assertThatThrownBy(
            () -> new RangeCalibration(.9, List.of(new CaratBand(0, 0, 0), new CaratBand(0, 0, 0))))
        .hasMessageContaining("must rise");
    assertThatThrownBy(
            () -> new RangeCalibration(List.of(.9, .5), List.of(new CaratBand(0, -.1, .1))))
        .hasMessageContaining("two ends for each coverage");
    assertThatThrownBy(() -> new RangeCalibration(1.2, List.of(new CaratBand(0, 0, 0))))
        .hasMessageContaining("between 0 and 1");
  }

  @Property(tries = 20)
  void a_range_of_lower_coverage_lies_within_one_of_a_higher(@ForAll long seed) {
    RangeCalibration calibration =
        RangeCalibration.fit(
            List.of(.9, .5, .8, .95), new double[] {0, 1}, misses(600, new Random(seed)));

    for (double carat : new double[] {.5, 1.5}) {
      PriceRange outer = calibration.around(8, carat, 1.2, .95);
      for (double coverage : new double[] {.9, .8, .5}) {
        PriceRange inner = calibration.around(8, carat, 1.2, coverage);
        assertThat(inner.low()).isGreaterThanOrEqualTo(outer.low());
        assertThat(inner.high()).isLessThanOrEqualTo(outer.high());
        assertThat(inner.coverage()).isEqualTo(coverage);
        outer = inner;
      }
    }
    assertThat(calibration.around(8, 1, 1)).isEqualTo(calibration.around(8, 1, 1, .9));
  }

  @Test
  void nineteen_stones_are_just_enough_for_nine_in_ten() {
    List<Miss> nineteen = misses(19, new Random(2));

    PriceRange range =
        RangeCalibration.fit(List.of(.9), new double[] {0}, nineteen).around(0, .5, 1);

    assertThat(nineteen)
        .allSatisfy(
            miss ->
                assertThat(Math.exp(miss.error()))
                    .isBetween(range.low() * (1 - 1e-12), range.high() * (1 + 1e-12)));
    List<Miss> fewer = nineteen.subList(0, 18);
    assertThatThrownBy(() -> RangeCalibration.fit(List.of(.9), new double[] {0}, fewer))
        .hasMessageContaining("18 stones are too few");
  }

  @Test
  void a_coverage_that_was_not_calibrated_is_refused_with_those_that_were() {
    RangeCalibration calibration = new RangeCalibration(.9, List.of(new CaratBand(0, -.1, .1)));

    assertThatThrownBy(() -> calibration.around(8, 1, 1, .7))
        .hasMessage("there is no range of coverage 0.7, only of [0.9]");
  }

  @Test
  void the_mean_of_errors_that_lean_upwards_lies_above_the_median() {
    List<Miss> misses = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      misses.add(new Miss(.5, i % 2 == 0 ? -.1 : .1, 2));
    }

    RangeCalibration calibration = RangeCalibration.fit(List.of(.9), new double[] {0}, misses);

    assertThat(calibration.meanOverMedian(.5)).isCloseTo(Math.cosh(.2), within(1e-12));
  }

  private static boolean holds(RangeCalibration calibration, Miss miss) {
    PriceRange range = calibration.around(0, miss.carat(), 1);
    double price = Math.exp(miss.error());
    return price >= range.low() && price <= range.high();
  }

  /** Heavy stones are missed by thrice as much. */
  private static List<Miss> misses(int count, Random random) {
    List<Miss> misses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double carat = 2 * random.nextDouble();
      misses.add(new Miss(carat, random.nextGaussian() * (carat < 1 ? .1 : .3)));
    }
    return misses;
  }
}
