package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table<Double> table =
      Table.of(List.of(1234.5, Double.NaN))
          .text("what", value -> value.isNaN() ? "<none>" : "a & b")
          .number("price", "$%,.2f", value -> value);

  @Test
  void numbers_stand_right_texts_left_and_a_number_that_is_none_stays_blank() {
    assertThat(table.toString())
        .isEqualTo(
            """
            what        price
            a & b   $1,234.50
            <none>"""
                .stripIndent());
  }

  @Test
  void a_page_shows_every_letter_as_it_is_and_takes_no_dollar_for_a_formula() {
    assertThat(table.html())
        .contains("<td style=\"text-align:left\">a &amp; b</td>")
        .contains("<td style=\"text-align:right\">&#36;1,234.50</td>")
        .contains("&lt;none>")
        .doesNotContain("$");
  }
}
