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
        RangeCalibration.fit(.9, new double[] {0, 1}, misses(4_000, random));

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
    assertThatThrownBy(() -> RangeCalibration.fit(.9, new double[] {0}, List.of(new Miss(.5, .1))))
        .hasMessageContaining("1 stones are too few");
  }

  @Test
  void a_band_with_too_few_stones_joins_the_one_below() {
    List<Miss> light = misses(500, new Random(1)).stream().filter(m -> m.carat() < 1).toList();

    RangeCalibration calibration = RangeCalibration.fit(.9, new double[] {0, 1, 2}, light);

    assertThat(calibration.starts()).containsExactly(0);
  }

  @Test
  void bands_must_start_at_nothing_and_rise() {
    assertThatThrownBy(() -> new RangeCalibration(.9, List.of(new CaratBand(.5, 0, 0))))
        .hasMessageContaining("start at 0 ct");
    assertThatThrownBy(
            () -> new RangeCalibration(.9, List.of(new CaratBand(0, 0, 0), new CaratBand(0, 0, 0))))
        .hasMessageContaining("must rise");
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
