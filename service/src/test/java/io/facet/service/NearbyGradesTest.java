package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the next grade would do, over HTTP. */
class NearbyGradesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();

  @Test
  void a_stone_is_priced_one_step_away_in_each_of_the_four_cs() {
    JsonNode steps = steps();

    assertThat(
            steps
                .valueStream()
                .map(
                    step ->
                        step.get("factor").asString()
                            + (step.get("direction").asString().equals("up") ? " + " : " - ")
                            + step.get("from").asString()
                            + " to "
                            + step.get("to").asString()))
        .containsExactly(
            "carat - 0.72 ct to 0.70 ct",
            "carat + 0.72 ct to 0.90 ct",
            "color - F to G",
            "color + F to E",
            "clarity - VS1 to VS2",
            "clarity + VS1 to VVS2",
            "cut - Ideal to Premium");
  }

  @Test
  void each_price_is_the_one_that_the_shown_stone_is_estimated_at() {
    for (JsonNode step : steps()) {
      JsonNode estimate = post("/v1/estimates", step.get("stone").toString());

      assertThat(step.get("price")).isEqualTo(estimate.get("price"));
      assertThat(step.get("price_per_carat")).isEqualTo(estimate.get("price_per_carat"));
      assertThat(step.get("range")).isEqualTo(estimate.get("range"));
    }
  }

  @Test
  void differences_can_be_followed_from_the_prices_as_shown() {
    BigDecimal price = post("/v1/stones/grades", RunningService.STONE).get("price").decimalValue();
    for (JsonNode step : steps()) {
      BigDecimal usd = step.get("price").decimalValue().subtract(price);

      assertThat(step.get("usd").decimalValue()).isEqualTo(usd);
      assertThat(step.get("percent").decimalValue())
          .isEqualTo(
              usd.multiply(BigDecimal.valueOf(100)).divide(price, 2, RoundingMode.HALF_EVEN));
      assertThat(usd.signum() > 0).isEqualTo(step.get("direction").asString().equals("up"));
    }
  }

  @Test
  void a_heavier_stone_keeps_its_proportions() {
    JsonNode stone = steps().get(1).get("stone");

    assertThat(stone.get("carat").doubleValue()).isEqualTo(.9);
    assertThat(stone.get("x").doubleValue()).isEqualTo(6.194);
    assertThat(stone.get("z").doubleValue()).isEqualTo(3.824);
    assertThat(stone.get("depth").doubleValue()).isEqualTo(61.5);
  }

  @Test
  void an_impossible_stone_is_refused_as_everywhere() {
    service
        .post("/v1/stones/grades", RunningService.STONE.replace("0.72", "0"))
        .expectStatus()
        .isEqualTo(422);
  }

  private static JsonNode steps() {
    return post("/v1/stones/grades", RunningService.STONE).get("steps");
  }

  private static JsonNode post(String path, String body) {
    return Objects.requireNonNull(JSON.readTree(service.answer(path, body)));
  }
}
