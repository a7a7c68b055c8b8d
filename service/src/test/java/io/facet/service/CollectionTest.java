package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.TestModel;
import io.facet.service.settings.BadSettingsException;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Usd;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The house's own stones, as staff sees them. */
class CollectionTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();
  private static final List<Appraisal> STONES = TestModel.collection(RunningService.STONES);

  private static final String BOOKS =
      """
      carat,cut,color,clarity,depth,table,price,x,y,z
      0.72,Ideal,F,VS1,61.5,56,9000,5.75,5.78,3.55
      0.72,Ideal,F,VS1,61.5,56,-1,5.75,5.78,3.55
      0.72,Ideal,F,VS1,61.5,56,3000,5.75,5.78,0
      0.72,Ideal,G,VS1,61.5,56,100,5.75,5.78,3.55
      0.72,Ideal,G,VS1,61.5,56,,5.75,5.78,3.55
      """;

  @Test
  void without_books_the_collection_is_what_the_model_learned_from() {
    JsonNode page = get(service, "");

    assertThat(page.propertyNames()).containsExactly("data", "total", "offset", "model");
    assertThat(page.get("total").intValue()).isEqualTo(RunningService.STONES);
    assertThat(page.get("data")).hasSize(50);
    JsonNode first = page.at("/data/0");
    assertThat(first.get("number").intValue()).isEqualTo(1);
    assertThat(first.get("appraised").decimalValue())
        .isEqualTo(Usd.cents(STONES.getFirst().price()));
    assertThat(first.get("price").decimalValue())
        .isEqualTo(
            Usd.cents(TestModel.appraiser(6000).estimate(STONES.getFirst().stone()).price()));
  }

  @Test
  void pages_follow_each_other_without_gaps() {
    List<Integer> numbers =
        Stream.of("?limit=150", "?limit=150&offset=150", "?limit=150&offset=300")
            .flatMap(query -> get(service, query).get("data").valueStream())
            .map(stone -> stone.get("number").intValue())
            .toList();

    assertThat(numbers)
        .hasSize(RunningService.STONES)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void filters_narrow_it_down_together() {
    JsonNode found = get(service, "?color=D&color=e&cut=Ideal&carat_min=1&carat_max=1.5&limit=500");

    assertThat(found.get("data")).isNotEmpty();
    assertThat(found.get("total").longValue())
        .isEqualTo(
            STONES.stream()
                .map(Appraisal::stone)
                .filter(s -> s.color().spelling().matches("[DE]"))
                .filter(s -> s.cut().spelling().equals("Ideal"))
                .filter(s -> s.carat() >= 1 && s.carat() <= 1.5)
                .count());
  }

  @Test
  void the_farthest_above_the_model_come_first_where_that_is_asked_for() {
    List<BigDecimal> percents =
        get(service, "?sort=-difference_percent&limit=500")
            .get("data")
            .valueStream()
            .map(stone -> stone.at("/difference/percent").decimalValue())
            .toList();

    assertThat(percents).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(percents.getFirst()).isPositive();
    assertThat(percents.getLast()).isNegative();
  }

  @Test
  void what_the_model_is_least_sure_of_comes_first_where_that_is_asked_for() {
    List<BigDecimal> widths =
        get(service, "?sort=-uncertainty&limit=500")
            .get("data")
            .valueStream()
            .map(CollectionTest::highOverLow)
            .toList();

    assertThat(widths).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(widths.getFirst()).isGreaterThan(widths.getLast());
  }

  private static BigDecimal highOverLow(JsonNode stone) {
    return stone
        .at("/range/high")
        .decimalValue()
        .divide(stone.at("/range/low").decimalValue(), MathContext.DECIMAL32);
  }

  @Test
  void bins_of_weight_are_the_trades_bands_and_hold_every_stone_once() {
    JsonNode spread = get(service, "/distribution?by=carat");

    assertThat(spread.propertyNames()).containsExactly("by", "bins", "model");
    assertThat(spread.get("bins").valueStream().map(bin -> bin.get("from").doubleValue()))
        .containsExactly(.3, .4, .5, .7, .9, 1., 1.5, 2.);
    assertThat(spread.at("/bins/3/to").decimalValue()).isEqualByComparingTo("0.9");
    assertThat(spread.at("/bins/3/stones").longValue())
        .isEqualTo(
            STONES.stream()
                .filter(one -> one.stone().carat() >= .7 && one.stone().carat() < .9)
                .count());
    assertThat(stones(spread)).isEqualTo(RunningService.STONES);
  }

  @Test
  void bins_of_grades_are_all_grades_from_the_worst_up_even_those_without_stones() {
    JsonNode spread = get(service, "/distribution?by=color&color=F&color=D");

    assertThat(spread.get("bins").valueStream().map(bin -> bin.get("grade").asString()))
        .containsExactly("J", "I", "H", "G", "F", "E", "D");
    assertThat(spread.at("/bins/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"grade":"J","stones":0,"price":0.00,
                 "appraised":{"stones":0,"appraised":0.00,"price":0.00}}"""));
    assertThat(spread.at("/bins/4/price").decimalValue())
        .isEqualTo(get(service, "/summary?color=F").get("price").decimalValue());
    assertThat(spread.at("/bins/4/appraised/appraised").decimalValue())
        .isEqualTo(get(service, "/summary?color=F").at("/appraised/appraised").decimalValue());
  }

  @Test
  void bins_of_prices_grow_evenly_by_a_quarter_without_gaps() {
    JsonNode spread = get(service, "/distribution?by=price");
    List<JsonNode> bins = spread.get("bins").valueStream().toList();

    for (int i = 0; i < bins.size(); i++) {
      BigDecimal from = bins.get(i).get("from").decimalValue();
      BigDecimal to = bins.get(i).get("to").decimalValue();
      assertThat(to.doubleValue() / from.doubleValue()).isBetween(1.24, 1.29);
      if (i > 0) {
        assertThat(from).isEqualTo(bins.get(i - 1).get("to").decimalValue());
      }
    }
    assertThat(bins.getFirst().get("stones").intValue()).isPositive();
    assertThat(bins.getLast().get("stones").intValue()).isPositive();
    assertThat(stones(spread)).isEqualTo(RunningService.STONES);
  }

  @Test
  void a_bin_tells_the_middle_by_the_expert_and_by_the_model(@TempDir Path home)
      throws IOException {
    try (RunningService house = withBooks(home, BOOKS)) {
      JsonNode colors = get(house, "/distribution?by=color");
      JsonNode bin = colors.at("/bins/4");

      assertThat(bin.get("grade").asString()).isEqualTo("F");
      assertThat(bin.get("stones").intValue()).isEqualTo(2);
      assertThat(bin.get("median_price")).isEqualTo(get(house, "/1").get("price"));
      assertThat(bin.at("/appraised/stones").intValue()).isEqualTo(1);
      assertThat(bin.at("/appraised/median_appraised").decimalValue())
          .isEqualTo(new BigDecimal("9000.00"));
      assertThat(bin.at("/appraised/price")).isEqualTo(get(house, "/1").get("price"));
      assertThat(
              get(house, "/distribution?by=cut&color=J&cut=Ideal").at("/bins/4/stones").intValue())
          .isZero();
      assertThat(get(house, "/distribution?by=price&color=J").get("bins")).isEmpty();
    }
  }

  private static int stones(JsonNode distribution) {
    return distribution
        .get("bins")
        .valueStream()
        .mapToInt(bin -> bin.get("stones").intValue())
        .sum();
  }

  @Test
  void totals_are_the_sums_of_the_stones_as_shown() {
    JsonNode summary = get(service, "/summary?color=F");
    List<JsonNode> stones = get(service, "?color=F&limit=500").get("data").valueStream().toList();

    assertThat(summary.get("stones").intValue()).isEqualTo(stones.size());
    assertThat(summary.get("price").decimalValue())
        .isEqualTo(
            stones.stream()
                .map(stone -> stone.get("price").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(summary.at("/appraised/appraised").decimalValue())
        .isEqualTo(
            stones.stream()
                .map(stone -> stone.get("appraised").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(summary.at("/unappraised/stones").intValue()).isZero();
    assertThat(summary.get("most_overpriced")).hasSize(10);
    assertThat(summary.at("/most_overpriced/0"))
        .isEqualTo(get(service, "?color=F&sort=-difference_percent&limit=1").at("/data/0"));
    assertThat(summary.at("/most_underpriced/0"))
        .isEqualTo(get(service, "?color=F&sort=difference_percent&limit=1").at("/data/0"));
  }

  @Test
  void books_also_hold_what_nobody_has_priced_and_what_cannot_be_a_stone(@TempDir Path home)
      throws IOException {
    try (RunningService house = withBooks(home, BOOKS)) {
      JsonNode summary = get(house, "/summary");

      assertThat(summary.get("stones").intValue()).isEqualTo(4);
      assertThat(summary.get("carats").decimalValue()).isEqualTo(new BigDecimal("2.88"));
      assertThat(summary.at("/unappraised/stones").intValue()).isEqualTo(2);
      assertThat(summary.at("/appraised/above").intValue()).isEqualTo(1);
      assertThat(summary.at("/appraised/within").intValue()).isZero();
      assertThat(summary.at("/appraised/below").intValue()).isEqualTo(1);
      assertThat(summary.get("unreadable").toString())
          .isEqualTo(
              "[{\"number\":3,\"errors\":[{\"pointer\":\"/z\",\"detail\":\"must be above 0"
                  + " mm\"}]}]");
      assertThat(numbers(get(house, "?appraised=false"))).containsExactly(2, 5);
      assertThat(numbers(get(house, "?verdict=below"))).containsExactly(4);
      assertThat(numbers(get(house, "?sort=-appraised"))).containsExactly(1, 4, 2, 5);
      assertThat(get(house, "/2").has("appraised")).isFalse();
      ask(house, "/3", "staff").expectStatus().isNotFound();
    }
  }

  @Test
  void what_is_asked_for_wrongly_is_named_all_at_once() {
    ask(service, "?cut=Superb&appraised=maybe&sort=beauty&limit=501", "staff")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .value(
            detail ->
                assertThat(detail.toString())
                    .contains(
                        "cut must be one of",
                        "appraised must be true or false",
                        "sort must be one of number, -number",
                        "limit must be a whole number from 1 to 500"));
  }

  @Test
  void other_businesses_see_nothing_of_it() {
    for (String path : List.of("", "/summary", "/distribution", "/1")) {
      ask(service, path, "demo")
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("This needs a key with the scope collection.");
    }
  }

  @Test
  void books_that_are_none_are_said_before_the_start(@TempDir Path home) throws IOException {
    assertThatThrownBy(() -> withBooks(home, "carat,cut\n1,Ideal\n"))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining(
            "which is no file of stones: its first line doesn't name color, clarity, depth");
    assertThatThrownBy(() -> Settings.read(Map.of("FACET_COLLECTION", home + "/nowhere.csv")))
        .hasMessageContaining("nowhere.csv, which is no file of stones: there is none")
        .hasMessageContaining("FACET_MLFLOW_URI");
  }

  private static RunningService withBooks(Path home, String books) throws IOException {
    Path file = Files.writeString(home.resolve("books.csv"), books);
    Path model = TestModel.write(home.resolve("model"), 6000);
    return RunningService.start(
        home, Map.of("FACET_MODEL", model.toString(), "FACET_COLLECTION", file.toString()));
  }

  private static List<Integer> numbers(JsonNode page) {
    return page.get("data").valueStream().map(stone -> stone.get("number").intValue()).toList();
  }

  private static JsonNode get(RunningService service, String path) {
    byte[] body =
        ask(service, path, "staff")
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(JSON.readTree(body));
  }

  private static ResponseSpec ask(RunningService service, String path, String key) {
    return service
        .anonymous()
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
        .build()
        .get()
        .uri("/v1/collection" + path)
        .header("X-API-Key", service.key(key))
        .exchange();
  }
}
