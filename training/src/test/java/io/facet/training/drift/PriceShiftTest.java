package io.facet.training.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Level;
import io.facet.registry.profile.Profile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceShiftTest {

  private static final Profile.Errors LEARNED =
      new Profile.Errors(
          new Distribution(List.of(0.0), List.of("below", "above"), List.of(2_500L, 2_500L)),
          .01,
          .09);

  @Test
  void where_nothing_has_moved_the_interval_misses_one_time_in_twenty_and_no_alarm_is_raised() {
    Random random = new Random(8);
    int missed = 0;
    int likely = 0;
    for (int batch = 0; batch < 1_000; batch++) {
      PriceShift shift = shift(random, 200, 0);
      missed += shift.low() > 0 || shift.high() < 0 ? 1 : 0;
      likely += shift.p() < .05 ? 1 : 0;
      assertThat(shift.level()).isEqualTo(Level.NONE);
    }

    // Between 28 and 74 lie 99.9 % of all such counts.
    assertThat(missed).isBetween(28, 74).isEqualTo(likely);
  }

  @Test
  void prices_in_another_currency_are_an_alarm() {
    PriceShift euros = shift(new Random(8), 1_000, Math.log(.86));

    assertThat(euros.level()).isEqualTo(Level.ALARM);
    assertThat(euros.percent()).isCloseTo(-14, within(1.0));
    assertThat(euros.low()).isLessThan(euros.percent()).isLessThan(euros.high());
    assertThat(euros.sentence()).startsWith("Experts pay 1").contains(" % less than the model");
  }

  @Test
  void a_rise_that_is_certain_but_small_is_nothing_and_one_of_a_few_percent_a_warning() {
    PriceShift small = shift(new Random(8), 10_000, Math.log(1.01));

    assertThat(small.p()).isLessThan(.001);
    assertThat(small.level()).isEqualTo(Level.NONE);
    assertThat(shift(new Random(8), 1_000, Math.log(1.04)).level()).isEqualTo(Level.WARNING);
  }

  @Test
  void a_large_shift_of_a_few_stones_says_nothing_yet() {
    assertThat(shift(new Random(8), 19, Math.log(2)).level()).isEqualTo(Level.NONE);
  }

  @Test
  void welchs_test_is_the_one_of_the_books() {
    Moments batch = new Moments();
    for (double error : new double[] {.05, .07, .02, .09, .12, .01}) {
      batch.add(error);
    }
    Profile.Errors few =
        new Profile.Errors(new Distribution(List.of(), List.of("all"), List.of(5L)), 0, .04);

    PriceShift shift = PriceShift.of(few, batch);

    // t = .06 / √(.0419524²/6 + .04²/5) = 2.4227 with 8.79 degrees of freedom, taken as 8.
    assertThat(shift.percent()).isCloseTo(100 * Math.expm1(.06), within(1e-9));
    assertThat(shift.p()).isCloseTo(0.041673, within(1e-6));
  }

  @Test
  void prices_that_are_all_as_expected_have_not_moved() {
    Moments batch = new Moments();
    batch.add(.01);
    batch.add(.01);
    Profile.Errors exact =
        new Profile.Errors(new Distribution(List.of(), List.of("all"), List.of(5L)), .01, 0);

    assertThat(PriceShift.of(exact, batch)).isEqualTo(new PriceShift(2, 0, 0, 0, 1));
  }

  private static PriceShift shift(Random random, int stones, double shift) {
    Moments batch = new Moments();
    for (int i = 0; i < stones; i++) {
      batch.add(.01 + shift + .09 * random.nextGaussian());
    }
    return PriceShift.of(LEARNED, batch);
  }
}
