package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The price list that the served model brings. */
class PriceListTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RunningService service = RunningService.shared();

  @Test
  void as_json_every_price_names_its_band_its_grades_and_how_many_such_stones_were_learned_from() {
    JsonNode list = list("");

    assertThat(list.propertyNames()).containsExactly("trained_at", "prices", "model");
    assertThat(list.get("prices")).hasSize(4);
    assertThat(list.at("/prices/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"carat_from":0.70,"carat_to":0.89,"cut":"Ideal","color":"F","clarity":"VS1",
                 "price_per_carat":4021.10,"price":2814.77,"stones":14}"""));
  }

  @Test
  void the_last_band_has_no_end() {
    assertThat(list("?carat=3.5").at("/prices/0").has("carat_to")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "?carat=0.72, 2",
    "?carat=0.895, 2",
    "?carat=0.9&clarity=vs1, 1",
    "?cut=very good, 1",
    "?color=D, 0",
    "?carat=1e-7, 0"
  })
  void json_can_be_narrowed_down(String query, int prices) {
    assertThat(list(query).get("prices")).hasSize(prices);
  }

  @Test
  void what_is_asked_for_wrongly_is_named_all_at_once() {
    get("?carat=heavy&cut=Superb", "application/json")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "cut must be one of Fair, Good, Very Good, Premium, Ideal; carat must be a weight in"
                + " carats, such as 0.72.");
  }

  @Test
  void as_csv_it_is_the_models_own_file() {
    ResponseSpec answer = get("", "text/csv");

    answer.expectHeader().valueEquals("Content-Type", "text/csv;charset=UTF-8");
    answer
        .expectHeader()
        .valueEquals("Content-Disposition", "attachment; filename=\"price-list-demo-model.csv\"");
    assertThat(new String(body(answer), StandardCharsets.UTF_8)).isEqualTo(TestModel.PRICE_LIST);
  }

  @Test
  void as_pdf_it_is_the_models_own_file_even_where_a_browser_prefers_pages() {
    ResponseSpec answer = get("", "text/html, application/pdf;q=0.9, */*;q=0.1");

    answer.expectHeader().valueEquals("Content-Type", "application/pdf");
    assertThat(new String(body(answer), StandardCharsets.UTF_8)).isEqualTo(TestModel.PDF);
  }

  @Test
  void in_another_form_it_is_406_and_the_forms_are_named() {
    get("", "application/xml")
        .expectStatus()
        .isEqualTo(406)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("This can be answered as application/json, text/csv, application/pdf.");
  }

  @Test
  void a_model_without_a_list_says_so(@TempDir Path home) {
    Path model = TestModel.write(home.resolve("bare"), 6000, List.of());
    try (RunningService bare =
        RunningService.start(home, Map.of("FACET_MODEL", model.toString()))) {
      bare.client()
          .get()
          .uri("/v1/price-list")
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("It brings no price list.");
    }
  }

  private static JsonNode list(String query) {
    ResponseSpec answer = get(query, "application/json");
    answer.expectStatus().isOk();
    return Objects.requireNonNull(JSON.readTree(body(answer)));
  }

  private static ResponseSpec get(String query, String accept) {
    return service.client().get().uri("/v1/price-list" + query).header("Accept", accept).exchange();
  }

  private static byte[] body(ResponseSpec answer) {
    return Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody());
  }
}
