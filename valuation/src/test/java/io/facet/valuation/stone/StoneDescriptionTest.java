package io.facet.valuation.stone;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.Stones;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoneDescriptionTest {

  private final Map<Feature, String> cells = new EnumMap<>(Feature.class);

  StoneDescriptionTest() {
    cells.put(Feature.CARAT, "0.72");
    cells.put(Feature.CUT, "Ideal");
    cells.put(Feature.COLOR, "F");
    cells.put(Feature.CLARITY, "VS1");
    cells.put(Feature.DEPTH, "61.5");
    cells.put(Feature.TABLE, "56");
    cells.put(Feature.X, "5.75");
    cells.put(Feature.Y, "5.78");
    cells.put(Feature.Z, "3.55");
  }

  @Test
  void a_whole_description_is_a_diamond() {
    assertThat(StoneDescription.check(cells::get)).isEqualTo(new Checked.Accepted(Stones.EXAMPLE));
  }

  @Test
  void grades_may_be_written_in_any_case_and_with_blanks_around() {
    cells.put(Feature.CUT, " iDEAL ");
    cells.put(Feature.CLARITY, "vs1");
    cells.put(Feature.CARAT, " 0.72 ");

    assertThat(StoneDescription.check(cells::get)).isEqualTo(new Checked.Accepted(Stones.EXAMPLE));
  }

  @Test
  void every_problem_is_told_at_once_in_the_order_of_the_columns() {
    cells.put(Feature.CARAT, "-1");
    cells.put(Feature.CUT, "Superb");
    cells.put(Feature.COLOR, "");
    cells.put(Feature.X, "0");
    cells.remove(Feature.Z);

    assertThat(problems())
        .extracting(StoneProblem::toString)
        .containsExactly(
            "carat: must be above 0 ct",
            "cut: \"Superb\" is not a cut grade (allowed: Fair, Good, Very Good, Premium, Ideal)",
            "color: is missing (allowed: J, I, H, G, F, E, D)",
            "x: must be above 0 mm",
            "z: is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "NaN", "Infinity", "0x1p3", "1d", "1e", "--1", "1 000", "٣"})
  void what_is_not_a_decimal_number_is_refused_by_name(String text) {
    cells.put(Feature.TABLE, text);

    assertThat(problems())
        .containsExactly(
            new StoneProblem(Feature.TABLE, "\"" + text + "\" is not a number", List.of()));
  }

  @Test
  void a_decimal_comma_is_refused_with_a_hint() {
    cells.put(Feature.CARAT, "0,72");

    assertThat(problems().get(0).detail())
        .isEqualTo("\"0,72\" is not a number: write decimals with a point, as in 0.72");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e999"})
  void a_number_beyond_all_numbers_is_refused(String text) {
    cells.put(Feature.DEPTH, text);

    assertThat(problems())
        .extracting(StoneProblem::detail)
        .containsExactly("is not a number that a stone can have");
  }

  @Test
  void a_long_wrong_value_is_quoted_in_short() {
    cells.put(Feature.COLOR, "Z".repeat(1_000_000));

    assertThat(problems().get(0).detail()).hasSizeLessThan(80).contains("…");
  }

  @ParameterizedTest
  @CsvSource({
    "CARAT, 100.01, carat: must be at most 100 ct",
    "CARAT, 7, 'carat: 7.00 ct doesn''t fit a stone of 5.75 × 5.78 × 3.55 mm'",
    "DEPTH, 75, 'depth: 75.0 % doesn''t fit x, y and z, which make it 61.6 %'",
    "Y, 15, 'carat: 0.72 ct doesn''t fit a stone of 5.75 × 15.00 × 3.55 mm'",
  })
  void measures_that_cannot_belong_together_are_refused(
      Feature feature, String value, String problem) {
    cells.put(feature, value);

    assertThat(problems().get(0).toString()).startsWith(problem);
  }

  @Test
  void what_is_merely_odd_is_accepted() {
    cells.put(Feature.TABLE, "95");
    cells.put(Feature.DEPTH, "55");

    assertThat(StoneDescription.check(cells::get)).isInstanceOf(Checked.Accepted.class);
  }

  private List<StoneProblem> problems() {
    Checked checked = StoneDescription.check(cells::get);
    assertThat(checked).isInstanceOf(Checked.Refused.class);
    return ((Checked.Refused) checked).problems();
  }
}
