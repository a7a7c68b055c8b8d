package io.facet.service;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many stones in one request, as JSON, NDJSON and CSV. */
class BatchesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();

  private static final String GOOD = RunningService.STONE;
  private static final String NAMED = GOOD.replace("}", ",\"client_reference\":\"tray 4\"}");
  private static final String IMPOSSIBLE = GOOD.replace("0.72", "-1");
  private static final String HEADER = "carat,cut,color,clarity,depth,table,x,y,z";
  private static final String ROW = "0.72,Ideal,F,VS1,61.5,56,5.75,5.78,3.55";

  @Test
  void an_array_is_answered_by_an_array_in_its_order() {
    JsonNode results = json("[" + String.join(",", NAMED, IMPOSSIBLE, "17", GOOD) + "]", "");
    JsonNode estimate = JSON.readTree(service.answer("/v1/estimates", GOOD));

    assertThat(results).hasSize(4);
    assertThat(results.get(0).get("client_reference").asString()).isEqualTo("tray 4");
    assertThat(results.get(3)).isEqualTo(estimate);
    assertThat(results.get(1).get("line").intValue()).isEqualTo(2);
    assertThat(results.at("/1/problem/status").intValue()).isEqualTo(422);
    assertThat(results.at("/1/problem/errors/0/pointer").asString()).isEqualTo("/carat");
    assertThat(results.at("/2/problem/type").asString()).endsWith("/invalid-body");
  }

  @Test
  void an_empty_array_is_answered_by_one() {
    assertThat(json("[]", "")).isEmpty();
  }

  @Test
  void a_thousand_stones_fit_into_an_array_and_one_more_is_413() {
    String thousand = "[" + (NAMED + ",").repeat(999) + NAMED + "]";

    assertThat(json(thousand, "")).hasSize(1000);
    post(thousand.replace("]", "," + GOOD + "]"), "application/json", "")
        .expectStatus()
        .isEqualTo(413)
        .expectBody()
        .jsonPath("$.detail")
        .value(detail -> assertThat(detail.toString()).contains("application/x-ndjson"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[{]", "[1}", "[] []"})
  void what_is_no_array_is_400_as_a_whole(String body) {
    post(body, "application/json", "")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/invalid-body");
  }

  @Test
  void ndjson_gets_a_line_for_each_line_that_is_not_blank_and_problems_name_theirs() {
    List<JsonNode> results =
        lines("\ufeff" + GOOD + "\r\n\n" + "{\"carat\":\n" + IMPOSSIBLE + "\n" + GOOD, "");

    assertThat(results).hasSize(4);
    assertThat(results.get(0)).isEqualTo(results.get(3));
    assertThat(results.get(0).at("/model/version").asString()).isEqualTo("demo-model");
    assertThat(results.get(1).get("line").intValue()).isEqualTo(3);
    assertThat(results.get(1).at("/problem/status").intValue()).isEqualTo(400);
    assertThat(results.get(2).get("line").intValue()).isEqualTo(4);
    assertThat(results.get(2).at("/problem/instance").asString()).isEqualTo("/v1/valuations/batch");
  }

  @Test
  void a_line_that_never_ends_is_refused_and_the_next_one_valued() {
    List<JsonNode> results = lines("{\"cut\":\"" + "x".repeat(300_000) + "\"}\n" + GOOD, "");

    assertThat(results.get(0).at("/problem/status").intValue()).isEqualTo(413);
    assertThat(results.get(1).has("price")).isTrue();
  }

  @Test
  void nothing_is_answered_by_nothing() {
    assertThat(lines("", "")).isEmpty();
  }

  @Test
  void with_full_detail_each_stone_gets_a_valuation_that_can_be_read_again() {
    List<JsonNode> results = lines((NAMED + "\n").repeat(300) + IMPOSSIBLE + "\n", "?detail=full");

    assertThat(results).hasSize(301);
    assertThat(results.subList(0, 300).stream().map(result -> result.get("id").asString()))
        .doesNotHaveDuplicates();
    JsonNode last = results.get(299);
    assertThat(last.get("reasons")).hasSize(9);
    service
        .client()
        .get()
        .uri("/v1/valuations/" + last.get("id").asString())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json(last.toString());
    assertThat(results.get(300).get("line").intValue()).isEqualTo(301);
  }

  @Test
  void a_batch_that_broke_off_can_be_sent_again_under_the_same_name() {
    String line = NAMED + "\n";
    List<JsonNode> begun = lines(line.repeat(3), "?detail=full", "batch of monday");

    List<JsonNode> whole = lines(line.repeat(5), "?detail=full", "batch of monday");

    assertThat(whole.subList(0, 3)).isEqualTo(begun);
    assertThat(whole.stream().map(result -> result.get("id").asString()))
        .hasSize(5)
        .doesNotHaveDuplicates();

    JsonNode other = lines(GOOD, "?detail=full", "batch of monday").getFirst();
    assertThat(other.at("/problem/type").asString()).endsWith("/idempotency-key-reused");
    post(GOOD, "application/x-ndjson", "?detail=full", "x".repeat(241))
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void csv_keeps_its_rows_columns_and_order_and_gets_figures_appended() {
    List<String> rows =
        csv(
            """
            no,z,carat,cut,color,clarity,depth,table,x,y
            "a ""b"", c",3.55,0.72,Ideal,F,VS1,61.5,56,5.75,5.78
            2,3.55,-1,Superb,F,VS1,61.5,56,5.75,5.78
            3,3.55
            """,
            "");
    JsonNode estimate = JSON.readTree(service.answer("/v1/estimates", GOOD));

    assertThat(rows.get(0))
        .isEqualTo(
            "no,z,carat,cut,color,clarity,depth,table,x,y,"
                + "estimate,low,high,problem,caveats,model_version");
    assertThat(rows.get(1))
        .isEqualTo(
            "\"a \"\"b\"\", c\",3.55,0.72,Ideal,F,VS1,61.5,56,5.75,5.78,%s,%s,%s,,,demo-model"
                .formatted(
                    estimate.get("price").asString(),
                    estimate.at("/range/low").asString(),
                    estimate.at("/range/high").asString()));
    assertThat(rows.get(2))
        .isEqualTo(
            "2,3.55,-1,Superb,F,VS1,61.5,56,5.75,5.78,,,,\"carat: must be above 0 ct; cut:"
                + " \"\"Superb\"\" is not a cut grade (allowed: Fair, Good, Very Good, Premium,"
                + " Ideal)\",,");
    assertThat(rows.get(3)).startsWith("3,3.55,,,,,,,,,,,,").contains("carat: is missing");
    assertThat(rows).hasSize(4);
  }

  @Test
  void csv_with_full_detail_names_the_valuation_and_its_nine_factors() {
    List<String> rows = csv(HEADER + "\n" + ROW + "\n", "?detail=full");
    String[] names = rows.get(0).split(",", -1);
    String[] cells = rows.get(1).split(",", -1);
    double product = 1;
    for (int i = names.length - 10; i < names.length; i++) {
      product *= Double.parseDouble(cells[i]);
    }

    assertThat(names)
        .endsWith(
            "valuation_id",
            "reference",
            "factor_carat",
            "factor_color",
            "factor_clarity",
            "factor_cut",
            "factor_depth",
            "factor_table",
            "factor_spread",
            "factor_roundness",
            "factor_height");
    assertThat(cells[names.length - 11]).startsWith("val_");
    assertThat(product).isCloseTo(Double.parseDouble(cells[9]), within(.02));
  }

  @Test
  void csv_without_all_nine_columns_is_400_as_a_whole() {
    post("carat,cut\n0.7,Ideal\n".repeat(100_000), "text/csv", "")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "The first line must name the columns, with commas between them; it lacks color, clarity, depth, table, x, y,"
                + " z.");
  }

  @Test
  void csv_that_names_a_column_twice_is_400_as_a_whole() {
    post(HEADER + ",Carat\n" + ROW + ",1\n", "text/csv", "")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("The first line names carat twice.");
  }

  @Test
  void csv_in_other_letters_than_utf_8_is_refused_row_by_row_or_where_it_says_so() {
    byte[] latin =
        (HEADER + ",client_reference\n" + ROW + ",caff\u00e8\n" + ROW + ",tray 4\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    List<String> rows =
        new String(
                Objects.requireNonNull(
                    send(latin, "text/csv", "?detail=full")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(rows.get(1)).contains("This is not UTF-8");
    assertThat(rows.get(2)).contains("val_");
    send(latin, "text/csv;charset=ISO-8859-1", "").expectStatus().isEqualTo(415);
    send(latin, "text/csv;charset=utf-8", "").expectStatus().isOk();
  }

  @Test
  void csv_writes_usd_with_two_decimals_whatever_the_detail() {
    String rows =
        IntStream.range(0, 30).mapToObj(i -> ROW.replace("0.72", "0.7" + i)).collect(joining("\n"));
    List<String> prices = csv(HEADER + "\n" + rows, "");
    List<String> full = csv(HEADER + "\n" + rows, "?detail=full");

    for (int i = 1; i < prices.size(); i++) {
      List<String> figures = List.of(prices.get(i).split(",")).subList(9, 12);
      assertThat(figures).allMatch(usd -> usd.matches("\\d+\\.\\d\\d"));
      assertThat(List.of(full.get(i).split(",")).subList(9, 12)).isEqualTo(figures);
    }
  }

  @Test
  void csv_that_cannot_be_read_on_says_so_in_its_last_row() {
    List<String> rows = csv(HEADER + "\n" + ROW + "\n\"" + (ROW + "\n").repeat(3000), "");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(2)).contains("Nothing can be read from here on");
  }

  @Test
  void what_cannot_be_answered_is_told_before_anything_is() {
    post(GOOD, "application/xml", "")
        .expectStatus()
        .isEqualTo(415)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "Send it as application/json, application/x-ndjson, text/csv, and say so in the header"
                + " Content-Type.");
    post(GOOD, "application/x-ndjson", "?detail=some").expectStatus().isBadRequest();
    service
        .client()
        .post()
        .uri("/v1/valuations/batch")
        .contentType(MediaType.APPLICATION_NDJSON)
        .accept(MediaType.APPLICATION_JSON)
        .bodyValue(GOOD)
        .exchange()
        .expectStatus()
        .isEqualTo(406)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("This can be answered as application/x-ndjson.");
  }

  private static JsonNode json(String body, String query) {
    return Objects.requireNonNull(JSON.readTree(text(body, "application/json", query)));
  }

  private static List<JsonNode> lines(String body, String query) {
    return text(body, "application/x-ndjson", query).lines().map(JSON::readTree).toList();
  }

  private static List<JsonNode> lines(String body, String query, String key) {
    ResponseSpec answer = post(body, "application/x-ndjson", query, key);
    byte[] bytes = Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody());
    return new String(bytes, StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private static List<String> csv(String body, String query) {
    return text(body, "text/csv", query).lines().toList();
  }

  private static String text(String body, String type, String query) {
    ResponseSpec answer = post(body, type, query);
    answer.expectStatus().isOk().expectHeader().contentTypeCompatibleWith(type);
    byte[] bytes = answer.expectBody().returnResult().getResponseBody();
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static ResponseSpec post(String body, String type, String query, String... keys) {
    return send(body.getBytes(StandardCharsets.UTF_8), type, query, keys);
  }

  private static ResponseSpec send(byte[] body, String type, String query, String... keys) {
    return service
        .client()
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
        .build()
        .post()
        .uri("/v1/valuations/batch" + query)
        .contentType(MediaType.parseMediaType(type))
        .header("Idempotency-Key", keys)
        .bodyValue(body)
        .exchange();
  }
}
