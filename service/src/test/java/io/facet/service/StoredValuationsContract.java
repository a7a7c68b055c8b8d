package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a business may do with its valuations, whichever database they are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredValuationsContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RunningService service;

  abstract RunningService start();

  @BeforeAll
  void open() {
    service = start();
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_valuation_is_read_again_word_for_word_where_its_location_says() {
    EntityExchangeResult<byte[]> made = created(value(named("tray 4"), "demo", ""));
    String location = String.valueOf(made.getResponseHeaders().getLocation());

    assertThat(text(get(location, "demo").expectStatus().isOk()))
        .isEqualTo(new String(bytes(made), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void another_business_does_not_find_it(String method) {
    String id = id(value(RunningService.STONE, "demo", ""));

    notFound(as("staff", method, "/v1/valuations/" + id));
    notFound(as("staff", method, "/v1/valuations/val_00000000000000000000000000000000"));
    notFound(as("staff", method, "/v1/valuations/pearl"));
    get("/v1/valuations/" + id, "demo").expectStatus().isOk();
    assertThat(text(get("/v1/valuations?limit=100", "staff"))).doesNotContain(id);
    assertThat(text(get("/v1/valuations/export", "staff"))).doesNotContain(id);
    assertThat(text(get("/v1/valuations?cursor=" + id, "staff"))).doesNotContain(id);
  }

  @Test
  void pages_lead_through_all_of_them_newest_first_while_others_come_and_go() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(id(value(named("tray 9"), "demo", "")));
    }
    String list = "/v1/valuations?client_reference=tray 9&limit=2";
    JsonNode first = json(get(list, "demo"));
    String cursor = first.get("next_cursor").asString();
    id(value(named("tray 9"), "demo", ""));
    as("demo", "DELETE", "/v1/valuations/" + made.get(1)).expectStatus().isNoContent();
    JsonNode second = json(get(list + "&cursor=" + cursor, "demo"));
    JsonNode third = json(get(list + "&cursor=" + second.get("next_cursor").asString(), "demo"));

    assertThat(ids(first)).isEqualTo(made.subList(0, 2));
    assertThat(ids(second)).isEqualTo(made.subList(2, 4));
    assertThat(ids(third)).isEqualTo(made.subList(4, 5));
    assertThat(third.has("next_cursor")).isFalse();
    assertThat(first.at("/data/0/client_reference").asString()).isEqualTo("tray 9");
  }

  @Test
  void a_bad_cursor_and_a_bad_limit_are_named_together() {
    JsonNode problem =
        json(get("/v1/valuations?cursor=2&limit=0", "demo").expectStatus().isBadRequest());

    assertThat(problem.get("detail").asString())
        .isEqualTo(
            "cursor must be the next_cursor of an earlier page; limit must be a whole number from"
                + " 1 to 100.");
  }

  @Test
  void what_is_erased_is_not_found_any_more() {
    String id = id(value(RunningService.STONE, "demo", ""));

    as("demo", "DELETE", "/v1/valuations/" + id).expectStatus().isNoContent();

    notFound(get("/v1/valuations/" + id, "demo"));
    notFound(as("demo", "DELETE", "/v1/valuations/" + id));
  }

  @Test
  void the_same_request_under_the_same_idempotency_key_gets_the_same_answer() {
    EntityExchangeResult<byte[]> first = created(value(named("tray 5"), "demo", "order 17"));
    EntityExchangeResult<byte[]> second =
        created(value(named("tray 5").replace("Ideal", "ideal"), "demo", "order 17"));

    assertThat(bytes(second)).isEqualTo(bytes(first));
    assertThat(second.getResponseHeaders().getLocation())
        .isEqualTo(first.getResponseHeaders().getLocation());
    assertThat(first.getResponseHeaders().get("Idempotent-Replayed")).isNull();
    assertThat(second.getResponseHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void another_request_under_the_same_idempotency_key_is_422() {
    created(value(named("tray 6"), "demo", "order 18"));

    problem(value(named("tray 7"), "demo", "order 18"), 422, "idempotency-key-reused");
    created(value(named("tray 7"), "staff", "order 18"));
  }

  @Test
  void an_idempotency_key_that_is_none_is_400() {
    problem(value(RunningService.STONE, "demo", "è"), 400, "invalid-request");
    problem(value(RunningService.STONE, "demo", "x".repeat(256)), 400, "invalid-request");
  }

  @Test
  void an_impossible_stone_leaves_its_idempotency_key_free() {
    problem(
        value(RunningService.STONE.replace("0.72", "0"), "demo", "order 19"), 422, "invalid-stone");

    created(value(RunningService.STONE, "demo", "order 19"));
  }

  @Test
  void the_export_has_a_line_for_each_with_its_stone_and_price() {
    JsonNode made = json(value(named("tray 8, \\\"A\\\""), "demo", ""));
    ResponseSpec answer = get("/v1/valuations/export", "demo").expectStatus().isOk();

    answer.expectHeader().contentType("text/csv;charset=UTF-8");
    assertThat(text(answer).lines())
        .startsWith(
            "id,created_at,client_reference,carat,cut,color,clarity,depth,table,x,y,z,"
                + "price,price_per_carat,low,high,coverage,model_version,caveats")
        .contains(
            String.join(
                ",",
                made.get("id").asString(),
                made.get("created_at").asString(),
                "\"tray 8, \"\"A\"\"\"",
                "0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55",
                usd(made.get("price")),
                usd(made.get("price_per_carat")),
                usd(made.at("/range/low")),
                usd(made.at("/range/high")),
                "0.9,demo-model,"));
  }

  private static String usd(JsonNode amount) {
    return "%.2f".formatted(amount.doubleValue());
  }

  @Test
  void the_name_of_a_route_is_no_id_whatever_is_asked_of_it() {
    problem(
        service
            .client()
            .get()
            .uri("/v1/valuations/export")
            .accept(MediaType.APPLICATION_JSON)
            .exchange(),
        406,
        "not-acceptable");
    problem(get("/v1/valuations/batch", "demo"), 405, "method-not-allowed");
    problem(
        service.client().delete().uri("/v1/valuations/export").exchange(),
        405,
        "method-not-allowed");
  }

  @Test
  void a_name_that_can_not_be_kept_is_400() {
    problem(value(named("a\\u0000b"), "demo", ""), 400, "invalid-body");
    problem(value(named("a\\ud800b"), "demo", ""), 400, "invalid-body");
    created(value(named("💎 Łódź"), "demo", ""));
    problem(
        service
            .client()
            .get()
            .uri(URI.create(service.address() + "/v1/valuations?client_reference=a%00b"))
            .exchange(),
        400,
        "invalid-request");
  }

  private static String named(String reference) {
    return RunningService.STONE.replace("}", ",\"client_reference\":\"" + reference + "\"}");
  }

  private ResponseSpec value(String body, String key, String idempotencyKey) {
    return service
        .anonymous()
        .post()
        .uri("/v1/valuations")
        .header("X-API-Key", service.key(key))
        .headers(
            headers -> {
              if (!idempotencyKey.isEmpty()) {
                headers.set("Idempotency-Key", idempotencyKey);
              }
            })
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec get(String path, String key) {
    return as(key, "GET", path);
  }

  private ResponseSpec as(String key, String method, String path) {
    return service
        .anonymous()
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static EntityExchangeResult<byte[]> created(ResponseSpec answer) {
    return answer.expectStatus().isCreated().expectBody().returnResult();
  }

  private static void notFound(ResponseSpec answer) {
    problem(answer, 404, "not-found");
  }

  private static void problem(ResponseSpec answer, int status, String type) {
    assertThat(json(answer.expectStatus().isEqualTo(status)).get("type").asString())
        .isEqualTo("https://facet.example/problems/" + type);
  }

  private static String id(ResponseSpec answer) {
    return json(answer.expectStatus().isCreated()).get("id").asString();
  }

  private static List<String> ids(JsonNode page) {
    return page.get("data").valueStream().map(item -> item.get("id").asString()).toList();
  }

  private static JsonNode json(ResponseSpec answer) {
    return JSON.readTree(bytes(answer.expectBody().returnResult()));
  }

  private static String text(ResponseSpec answer) {
    return new String(bytes(answer.expectBody().returnResult()), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(EntityExchangeResult<byte[]> answer) {
    return Objects.requireNonNull(answer.getResponseBody());
  }
}
