package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.folder.TestModel;
import io.facet.service.stones.Stone;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparables over HTTP. */
class SimilarStonesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();
  private static final List<Appraisal> COLLECTION = TestModel.collection(RunningService.STONES);

  @Test
  void the_five_nearest_stones_of_the_collection_are_found_nearest_first() {
    JsonNode answer = similar(RunningService.STONE);
    Comparables collection = Comparables.of(TestModel.appraiser(6000).model(), COLLECTION);

    assertThat(answer.propertyNames()).containsExactly("comparables", "searched", "model");
    assertThat(answer.get("searched").intValue()).isEqualTo(RunningService.STONES);
    assertThat(answer.get("comparables").valueStream().map(found -> found.get("stone")))
        .containsExactlyElementsOf(
            collection.nearest(TestModel.STONE, 5).stream()
                .map(found -> json(Stone.of(found.appraisal().stone())))
                .toList());
  }

  @Test
  void adjustments_lead_from_the_appraised_price_to_the_adjusted_one_to_the_cent() {
    for (JsonNode found : similar(with("\"limit\":50")).get("comparables")) {
      BigDecimal reached = found.get("appraised").decimalValue();
      double multiplied = reached.doubleValue();
      for (JsonNode step : found.get("adjustments")) {
        assertThat(step.propertyNames()).containsExactly("factor", "multiplier", "usd");
        reached = reached.add(step.get("usd").decimalValue());
        multiplied *= step.get("multiplier").doubleValue();
      }

      assertThat(reached).isEqualTo(found.get("adjusted").decimalValue());
      assertThat(multiplied).isCloseTo(reached.doubleValue(), within(.005));
    }
  }

  @Test
  void strict_finds_the_same_grades_only_and_the_closest_weight_first() {
    JsonNode found = similar(with("\"strict\":true,\"limit\":3")).get("comparables");
    List<Double> closest =
        COLLECTION.stream()
            .map(Appraisal::stone)
            .filter(stone -> stone.cut() == Cut.IDEAL && stone.color() == Color.F)
            .filter(stone -> stone.clarity() == Clarity.VS1)
            .map(Diamond::carat)
            .sorted((a, b) -> Double.compare(Math.abs(a - .72), Math.abs(b - .72)))
            .limit(3)
            .toList();

    assertThat(closest).isNotEmpty();
    assertThat(found.valueStream().map(stone -> stone.at("/stone/carat").doubleValue()))
        .containsExactlyElementsOf(closest);
    assertThat(found.valueStream().map(stone -> stone.at("/stone/color").asString()))
        .containsOnly("F");
  }

  @Test
  void a_stone_of_the_collection_finds_itself_unadjusted() {
    Appraisal own = COLLECTION.get(17);

    JsonNode first = similar(json(Stone.of(own.stone())).toString()).at("/comparables/0");

    assertThat(first.get("stone")).isEqualTo(json(Stone.of(own.stone())));
    assertThat(first.get("adjustments")).isEmpty();
    assertThat(first.get("gross_adjustment").doubleValue()).isZero();
    assertThat(first.get("adjusted")).isEqualTo(first.get("appraised"));
  }

  @Test
  void a_limit_that_can_t_be_is_not_the_stone_s_fault() {
    service
        .post("/v1/stones/similar", with("\"limit\":0"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/impossible-request");
  }

  @Test
  void everything_wrong_with_the_stone_and_the_limit_is_named_at_once() {
    service
        .post(
            "/v1/stones/similar", with("\"limit\":50.5").replace("\"carat\":0.72", "\"carat\":-1"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].pointer")
        .isEqualTo(List.of("/carat", "/limit"))
        .jsonPath("$.errors[1].detail")
        .isEqualTo("must be a whole number from 1 to 50");
    service
        .post("/v1/stones/similar", with("\"strict\":\"yes\""))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].detail")
        .isEqualTo("must be true or false, without quotes");
  }

  @Test
  void a_valuation_names_the_three_nearest() {
    JsonNode valuation = JSON.readTree(service.answer("/v1/valuations", RunningService.STONE));
    JsonNode similar = similar(with("\"limit\":3"));

    assertThat(valuation.get("comparables")).isEqualTo(similar.get("comparables")).hasSize(3);
  }

  @Test
  void a_model_without_stones_values_and_says_that_it_cannot_compare(@TempDir Path home) {
    Path model = TestModel.write(home.resolve("bare"), 6000);
    try (RunningService bare =
        RunningService.start(home, Map.of("FACET_MODEL", model.toString()))) {
      bare.post("/v1/stones/similar", RunningService.STONE)
          .expectStatus()
          .isEqualTo(503)
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/not-in-model");
      bare.post("/v1/valuations", RunningService.STONE)
          .expectStatus()
          .isCreated()
          .expectBody()
          .jsonPath("$.comparables")
          .isEmpty();
    }
  }

  private static JsonNode similar(String body) {
    return JSON.readTree(service.answer("/v1/stones/similar", body));
  }

  private static String with(String member) {
    return RunningService.STONE.replace("}", "," + member + "}");
  }

  private static JsonNode json(Stone stone) {
    return JSON.readTree(JSON.writeValueAsString(stone));
  }
}
