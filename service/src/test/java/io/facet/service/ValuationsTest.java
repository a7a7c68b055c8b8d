package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValuationsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();

  @Test
  void a_valuation_is_created_under_an_id_of_its_own() {
    EntityExchangeResult<byte[]> first = value(RunningService.STONE);
    EntityExchangeResult<byte[]> second = value(RunningService.STONE);
    String id = body(first).get("id").asString();

    assertThat(id).matches("val_[0-9a-f]{32}").isNotEqualTo(body(second).get("id").asString());
    assertThat(first.getResponseHeaders().getLocation()).hasToString("/v1/valuations/" + id);
    assertThat(Instant.parse(body(first).get("created_at").asString()))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void the_ladder_leads_from_the_reference_stone_to_the_price_to_the_cent() {
    JsonNode answer = body(value(RunningService.STONE));
    BigDecimal sum = answer.at("/reference/price").decimalValue();
    for (JsonNode reason : answer.get("reasons")) {
      sum = sum.add(reason.get("usd").decimalValue());
    }

    assertThat(sum).isEqualTo(answer.get("price").decimalValue());
    assertThat(answer.get("reasons").valueStream().map(r -> r.get("factor").asString()))
        .containsExactly(
            "carat", "color", "clarity", "cut", "depth", "table", "spread", "roundness", "height");
  }

  @Test
  void a_reason_says_what_differs_by_how_much_and_in_words() {
    JsonNode carat = body(value(RunningService.STONE)).at("/reasons/0");

    assertThat(carat.propertyNames())
        .containsExactly("factor", "value", "reference_value", "multiplier", "usd", "text");
    assertThat(carat.get("value").asString()).isEqualTo("0.72 ct");
    assertThat(carat.get("reference_value").asString()).isEqualTo("0.70 ct");
    assertThat(carat.get("text").asString()).isEqualTo("0.72 ct rather than 0.70 ct: +4.9 %");
  }

  @Test
  void it_says_what_was_valued_what_was_not_considered_and_which_model_did_it() {
    JsonNode answer = body(value(RunningService.STONE));

    assertThat(answer.get("stone"))
        .isEqualTo(JSON.readTree(RunningService.STONE.replace("56,", "56.0,")));
    assertThat(answer.get("not_considered").toString())
        .isEqualTo("[\"shape\",\"lab\",\"fluorescence\",\"polish\",\"symmetry\"]");
    assertThat(answer.at("/model/version").asString()).isEqualTo("demo-model");
    assertThat(answer.at("/model/trained_at").asString()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(answer.has("client_reference")).isFalse();
  }

  @Test
  void the_callers_own_name_of_the_stone_comes_back() {
    JsonNode answer =
        body(value(RunningService.STONE.replace("}", ",\"client_reference\":\"tray 4\"}")));

    assertThat(answer.get("client_reference").asString()).isEqualTo("tray 4");
  }

  private static EntityExchangeResult<byte[]> value(String stone) {
    return service
        .post("/v1/valuations", stone)
        .expectStatus()
        .isCreated()
        .expectBody()
        .returnResult();
  }

  private static JsonNode body(EntityExchangeResult<byte[]> answer) {
    return JSON.readTree(answer.getResponseBody());
  }
}
