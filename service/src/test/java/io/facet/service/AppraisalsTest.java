package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an expert's price to a model that has learned from it. */
class AppraisalsTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String APPRAISED =
      RunningService.STONE.replace("}", ",\"price\":3412.5,\"client_reference\":\"tray 4\"}");
  private static final RunningService service = RunningService.shared();

  @Test
  void an_appraisal_is_stored_and_read_again() {
    ResponseSpec made = send("staff", APPRAISED).expectStatus().isCreated();
    JsonNode answer = json(made);
    String path = "/v1/appraisals/" + answer.get("id").asString();

    made.expectHeader().location(path);
    assertThat(answer.get("id").asString()).matches("apr_[0-9a-f]{32}");
    assertThat(answer.get("price").decimalValue()).isEqualTo("3412.50");
    assertThat(answer.get("client_reference").asString()).isEqualTo("tray 4");
    assertThat(answer.at("/stone/cut").asString()).isEqualTo("Ideal");
    assertThat(answer.has("used_by")).isFalse();
    assertThat(json(ask("staff", "GET", path).expectStatus().isOk())).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"price\":0        | must be above 0 and at most a billion USD",
        "\"price\":-1       | must be above 0 and at most a billion USD",
        "\"price\":1e99     | must be above 0 and at most a billion USD",
        "\"price\":3412.505 | must be whole cents",
        "\"price\":null     | is missing: the expert's price in USD",
      })
  void a_price_that_is_none_is_422_together_with_what_is_wrong_with_the_stone(
      String price, String detail) {
    JsonNode problem =
        json(
            send("staff", APPRAISED.replace("0.72", "0").replace("\"price\":3412.5", price))
                .expectStatus()
                .isEqualTo(422));

    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/carat");
    assertThat(problem.at("/errors/1/pointer").asString()).isEqualTo("/price");
    assertThat(problem.at("/errors/1/detail").asString()).isEqualTo(detail);
  }

  @Test
  void only_a_key_with_the_scope_may_send_read_or_mark() {
    send("demo", APPRAISED).expectStatus().isForbidden();
    ask("demo", "GET", "/v1/appraisals").expectStatus().isForbidden();
    use("demo", List.of(), "8").expectStatus().isForbidden();
  }

  @Test
  void an_idempotency_key_makes_it_count_once() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          json(service
                  .anonymous()
                  .post()
                  .uri("/v1/appraisals")
                  .header("X-API-Key", service.key("staff"))
                  .header("Idempotency-Key", "lot 1")
                  .contentType(MediaType.APPLICATION_JSON)
                  .bodyValue(APPRAISED)
                  .exchange()
                  .expectStatus()
                  .isCreated())
              .get("id")
              .asString());
    }

    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  void the_pipeline_reads_what_is_unused_by_cursor_and_marks_it() {
    String first = sent();
    String second = sent();
    String third = sent();
    use("staff", List.of(first), "7").expectStatus().isOk();
    String unknown = "apr_00000000000000000000000000000000";

    assertThat(unused()).contains(second, third).doesNotContain(first);

    List<String> learned = List.of(first, second, unknown);
    JsonNode answer = json(use("staff", learned, "8").expectStatus().isOk());

    assertThat(answer)
        .isEqualTo(
            JSON.readTree(
                """
                {"model_version":"8","used":["%s"],"taken":[{"id":"%s","used_by":"7"}],
                 "unknown":["%s"]}"""
                    .formatted(second, first, unknown)));
    assertThat(json(use("staff", learned, "8"))).isEqualTo(answer);
    assertThat(unused()).contains(third).doesNotContain(first, second);
    assertThat(json(ask("staff", "GET", "/v1/appraisals/" + second)).get("used_by").asString())
        .isEqualTo("8");
  }

  @Test
  void all_that_is_wrong_with_a_mark_is_named_at_once() {
    JsonNode problem =
        json(
            post("staff", "/v1/appraisals/used", "{\"ids\":[\"apr_1\",2],\"version\":\"8\"}")
                .expectStatus()
                .isBadRequest());

    assertThat(problem.get("errors").valueStream().map(error -> error.get("pointer").asString()))
        .containsExactly("/version", "/ids/0", "/ids/1", "/model_version");
    post("staff", "/v1/appraisals/used", "[").expectStatus().isBadRequest();
    post("staff", "/v1/appraisals/used", "").expectStatus().isBadRequest();
  }

  @Test
  void an_appraisal_that_was_taken_back_is_not_found() {
    String path = "/v1/appraisals/" + sent();
    ask("staff", "DELETE", path).expectStatus().isNoContent();

    ask("staff", "GET", path).expectStatus().isNotFound();
    ask("staff", "DELETE", path).expectStatus().isNotFound();
  }

  private static String sent() {
    return json(send("staff", APPRAISED).expectStatus().isCreated()).get("id").asString();
  }

  /** The ids of all that no model has learned from, in pages of two. */
  private static List<String> unused() {
    List<String> ids = new ArrayList<>();
    String path = "/v1/appraisals?used=false&limit=2";
    JsonNode page = json(ask("staff", "GET", path).expectStatus().isOk());
    while (true) {
      page.get("data").forEach(item -> ids.add(item.get("id").asString()));
      if (!page.has("next_cursor")) {
        return ids;
      }
      page = json(ask("staff", "GET", path + "&cursor=" + page.get("next_cursor").asString()));
    }
  }

  private static ResponseSpec send(String key, String body) {
    return post(key, "/v1/appraisals", body);
  }

  private static ResponseSpec use(String key, List<String> ids, String version) {
    return post(
        key,
        "/v1/appraisals/used",
        JSON.createObjectNode()
            .put("model_version", version)
            .set("ids", JSON.valueToTree(ids))
            .toString());
  }

  private static ResponseSpec post(String key, String path, String body) {
    return service
        .anonymous()
        .post()
        .uri(path)
        .header("X-API-Key", service.key(key))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static ResponseSpec ask(String key, String method, String path) {
    return service
        .anonymous()
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static JsonNode json(ResponseSpec answer) {
    return JSON.readTree(
        Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()));
  }
}
