package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.valuation.Estimate;
import io.facet.valuation.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EstimatesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();

  @Test
  void a_stone_gets_the_models_price_and_range_in_whole_cents() {
    Estimate expected = TestModel.appraiser(6000).estimate(TestModel.STONE);
    BigDecimal price = Usd.cents(expected.price());

    JsonNode answer = estimate(RunningService.STONE);

    assertThat(answer.get("price").decimalValue()).isEqualTo(price);
    assertThat(answer.get("price_per_carat").decimalValue())
        .isEqualTo(price.divide(new BigDecimal("0.72"), 2, RoundingMode.HALF_EVEN));
    assertThat(answer.at("/range/low").decimalValue()).isEqualTo(Usd.cents(expected.range().low()));
    assertThat(answer.at("/range/high").decimalValue())
        .isEqualTo(Usd.cents(expected.range().high()));
    assertThat(answer.at("/range/coverage").doubleValue()).isEqualTo(.9);
  }

  @Test
  void the_answer_has_exactly_the_members_of_the_contract() {
    JsonNode answer = estimate(RunningService.STONE);

    assertThat(answer.propertyNames())
        .containsExactly("price", "price_per_carat", "range", "caveats", "model");
    assertThat(answer.get("model").toString())
        .isEqualTo("{\"name\":\"facet\",\"version\":\"demo-model\"}");
    assertThat(answer.get("caveats")).isEmpty();
  }

  @Test
  void grades_may_be_written_in_any_case() {
    String shouted =
        RunningService.STONE
            .replace("Ideal", "IDEAL")
            .replace("VS1", "vs1")
            .replace("\"F\"", "\"f\"");

    assertThat(estimate(shouted)).isEqualTo(estimate(RunningService.STONE));
  }

  @Test
  void a_stone_beyond_what_the_model_has_seen_is_valued_with_a_caveat() {
    JsonNode answer =
        estimate(
            """
            {"carat":4.5,"cut":"Ideal","color":"F","clarity":"VS1",
             "depth":61.5,"table":56,"x":10.6,"y":10.65,"z":6.54}""");

    assertThat(answer.at("/caveats/0/code").asString()).isEqualTo("beyond_training");
    assertThat(answer.at("/caveats/0/text").asString()).contains("weight 4.50 ct");
  }

  @Test
  void in_full_it_says_all_that_a_valuation_says_but_for_its_id() {
    JsonNode full = estimate("?detail=full", RunningService.STONE);
    ObjectNode valuation =
        (ObjectNode) JSON.readTree(service.answer("/v1/valuations", RunningService.STONE));

    valuation.remove(List.of("id", "created_at"));
    assertThat(full).isEqualTo(valuation);
    assertThat(full.propertyNames())
        .containsExactly(
            "stone",
            "price",
            "price_per_carat",
            "range",
            "reference",
            "reasons",
            "comparables",
            "not_considered",
            "caveats",
            "model");
    assertThat(full.get("reasons")).hasSize(9);
    assertThat(full.get("comparables")).hasSize(3);
  }

  @Test
  void in_full_it_is_still_not_stored() {
    estimate("?detail=full", RunningService.STONE.replace("0.72", "0.73"));

    String kept =
        new String(
            Objects.requireNonNull(
                service
                    .client()
                    .get()
                    .uri("/v1/valuations?limit=100")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody()),
            StandardCharsets.UTF_8);
    assertThat(kept).doesNotContain("\"carat\":0.73");
  }

  @Test
  void price_is_what_is_said_unless_more_is_asked_for() {
    assertThat(estimate("?detail=price", RunningService.STONE))
        .isEqualTo(estimate(RunningService.STONE));
  }

  @Test
  void another_detail_is_refused_with_those_that_there_are() {
    service
        .post("/v1/estimates?detail=everything", RunningService.STONE)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("detail must be price or full.");
  }

  private static JsonNode estimate(String stone) {
    return estimate("", stone);
  }

  private static JsonNode estimate(String query, String stone) {
    byte[] body =
        service
            .post("/v1/estimates" + query, stone)
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/json")
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JSON.readTree(body);
  }
}
