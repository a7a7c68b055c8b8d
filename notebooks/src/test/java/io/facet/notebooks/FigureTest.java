package io.facet.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigureTest {

  @Test
  void a_figure_is_its_specification_with_title_look_and_data() throws IOException {
    Figure figure =
        Figure.of("price-by-weight", "Heavier is dearer")
            .with("stones", List.of(new Appraisal(Stones.EXAMPLE, 3_400)));

    JsonNode specification = JsonMapper.shared().readTree(figure.specification());

    assertThat(specification.at("/title/text").asString()).isEqualTo("Heavier is dearer");
    assertThat(specification.at("/title/subtitle").asString())
        .isEqualTo("Each dot is an appraised stone");
    assertThat(specification.at("/config/background").asString()).isEqualTo("white");
    assertThat(specification.at("/datasets/stones/0/price").asDouble()).isEqualTo(3_400);
    assertThat(specification.at("/datasets/stones/0/stone/carat").asDouble()).isEqualTo(.72);
  }

  @Test
  void grades_are_spelt_as_the_trade_does() throws IOException {
    String specification =
        Figure.of("price-list", "Prices").with("prices", List.of(Stones.EXAMPLE)).specification();

    assertThat(specification).contains("\"cut\":\"Ideal\"", "\"clarity\":\"VS1\"");
  }

  @Test
  void a_figure_that_nobody_specified_is_named() {
    assertThatThrownBy(() -> Figure.of("pie", "Slices").specification())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("pie.json");
  }

  @Test
  void data_that_nothing_draws_and_data_that_is_missing_are_named() {
    assertThatThrownBy(
            () -> Figure.of("price-list", "Prices").with("prizes", List.of()).specification())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("draws the data sets [prices], and was given [prizes]");
  }

  @Test
  void a_figure_is_the_same_in_whatever_order_a_map_lists_its_entries() {
    SequencedMap<String, Double> stone = new LinkedHashMap<>();
    stone.put("carat", .7);
    stone.put("price", 900.);

    assertThat(Figure.of("price-list", "P").with("prices", List.of(stone)).digest())
        .isEqualTo(
            Figure.of("price-list", "P")
                .with("prices", List.of(new LinkedHashMap<>(stone.reversed())))
                .digest());
  }

  @Test
  void a_figure_is_another_one_when_a_number_is_another_one_but_not_for_its_last_digits() {
    Figure figure = Figure.of("price-list", "P").with("prices", List.of(3.14159265358979));
    Figure same = Figure.of("price-list", "P").with("prices", List.of(3.14159265358980));
    Figure other = Figure.of("price-list", "P").with("prices", List.of(3.1416));

    assertThat(figure.digest()).isEqualTo(same.digest()).isNotEqualTo(other.digest());
  }
}
