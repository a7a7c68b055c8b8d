package io.facet.training.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.training.quality.Slip.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

  @ParameterizedTest
  @CsvSource({
    "X_AND_Z,         .72,  61.5, 56, 3.55,  5.78,  5.75",
    "Y_AND_Z,         .72,  61.5, 56, 5.75,  3.55,  5.78",
    "DEPTH_AND_TABLE, .72,  56, 61.5, 5.75,  5.78,  3.55",
    "MILLIGRAMS,      144,  61.5, 56, 5.75,  5.78,  3.55",
    "POINTS,          72,   61.5, 56, 5.75,  5.78,  3.55",
    "GRAMS,           .144, 61.5, 56, 5.75,  5.78,  3.55",
    "TENFOLD,         7.2,  61.5, 56, 5.75,  5.78,  3.55",
    "TENTH,           .072, 61.5, 56, 5.75,  5.78,  3.55",
    "INCHES,          .72,  61.5, 56, .2264, .2276, .1398",
    "CENTIMETRES,     .72,  61.5, 56, .575,  .578,  .355"
  })
  void it_is_recognized_by_what_would_mend_it(
      Slip slip, double carat, double depth, double table, double x, double y, double z) {
    assertThat(Slip.in(new Sizes(carat, depth, table, x, y, z))).contains(slip);
  }

  @Test
  void two_slips_at_once_and_cells_without_numbers_are_not_guessed_at() {
    assertThat(Slip.in(new Sizes(144, 61.5, 56, 3.55, 5.78, 5.75))).isEmpty();
    assertThat(Slip.in(new Sizes(.72, Double.NaN, 56, 3.55, 5.78, 5.75))).isEmpty();
    assertThat(Slip.in(new Sizes(0, 0, 0, 0, 0, 0))).isEmpty();
  }
}
