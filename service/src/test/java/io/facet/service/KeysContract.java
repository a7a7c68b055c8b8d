package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an admin may do with keys, whichever database they are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeysContract {

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
  void an_issued_key_opens_its_scopes_at_once_and_nothing_else() {
    ResponseSpec answer = issue(order("web shop", "[\"estimates\"]"));
    answer.expectStatus().isCreated().expectHeader().valueEquals("Cache-Control", "no-store");
    JsonNode key = json(answer);

    assertThat(key.get("key").asString())
        .matches("fct_live_" + key.get("id").asString() + "_[0-9a-f]{64}");
    assertThat(key.get("state").asString()).isEqualTo("in_force");
    assertThat(key.get("plan").asString()).isEqualTo("standard");
    estimate(key).expectStatus().isOk();
    as(key.get("key").asString(), "GET", "/v1/valuations").expectStatus().isForbidden();
    as(key.get("key").asString(), "GET", "/v1/keys").expectStatus().isForbidden();
  }

  @Test
  void the_list_tells_no_secret_and_is_newest_first() {
    JsonNode older = json(issue(order("older", "[\"estimates\"]", "Listed")));
    JsonNode newer = json(issue(order("newer", "[\"metrics\"]", "Listed")));
    JsonNode first = json(admin("GET", "/v1/keys?business=Listed&limit=1"));
    JsonNode second =
        json(
            admin(
                "GET",
                "/v1/keys?business=Listed&limit=1&cursor=" + first.get("next_cursor").asString()));

    assertThat(ids(first)).containsExactly(newer.get("id").asString());
    assertThat(ids(second)).containsExactly(older.get("id").asString());
    assertThat(second.has("next_cursor")).isFalse();
    assertThat(first.at("/data/0").has("key")).isFalse();
    assertThat(json(admin("GET", "/v1/keys?limit=100")).toString())
        .contains("\"name\":\"demo\"")
        .doesNotContain("fct_live_")
        .doesNotContain("hash");
  }

  @Test
  void a_revoked_key_opens_nothing_at_once_and_for_good() {
    JsonNode key = json(issue(order("to revoke", "[\"estimates\"]")));
    estimate(key).expectStatus().isOk();

    admin("DELETE", "/v1/keys/" + id(key)).expectStatus().isNoContent();

    estimate(key).expectStatus().isUnauthorized();
    admin("DELETE", "/v1/keys/" + id(key)).expectStatus().isNoContent();
    assertThat(listed(key).get("state").asString()).isEqualTo("revoked");
    problem(rotate(key, ""), 409, "key-not-in-force");
  }

  @Test
  void while_a_key_is_rotated_both_open_and_afterwards_the_new_one_does() {
    JsonNode old = json(issue(order("to rotate", "[\"estimates\"]")));
    JsonNode fresh = json(rotate(old, "{\"overlap_hours\":1}").expectStatus().isCreated());

    estimate(old).expectStatus().isOk();
    estimate(fresh).expectStatus().isOk();
    assertThat(fresh.get("replaces").asString()).isEqualTo(id(old));
    assertThat(fresh.get("business")).isEqualTo(old.get("business"));
    assertThat(Instant.parse(listed(old).get("expires_at").asString()))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    problem(rotate(old, ""), 409, "key-being-rotated");
    problem(rotate(fresh, ""), 409, "key-being-rotated");

    admin("DELETE", "/v1/keys/" + id(old)).expectStatus().isNoContent();
    estimate(old).expectStatus().isUnauthorized();
    JsonNode third = json(rotate(fresh, "{\"overlap_hours\":0}").expectStatus().isCreated());
    estimate(fresh).expectStatus().isUnauthorized();
    estimate(third).expectStatus().isOk();
  }

  @Test
  void a_key_that_expires_gets_as_long_a_life_again() {
    Instant end = Instant.now().plus(Duration.ofDays(10));
    JsonNode old =
        json(
            issue(
                order("for ten days", "[\"estimates\"]")
                    .replace("}", ",\"expires_at\":\"" + end + "\"}")));
    JsonNode fresh = json(rotate(old, ""));

    assertThat(Instant.parse(fresh.get("expires_at").asString()))
        .isAfterOrEqualTo(end.minusMillis(1));
  }

  @Test
  void an_expired_key_opens_nothing() {
    Instant end = Instant.now().plusMillis(700);
    JsonNode key =
        json(
            issue(
                order("short", "[\"estimates\"]")
                    .replace("}", ",\"expires_at\":\"" + end + "\"}")));
    estimate(key).expectStatus().isOk();

    Awaitility.await().untilAsserted(() -> estimate(key).expectStatus().isUnauthorized());
    assertThat(listed(key).get("state").asString()).isEqualTo("expired");
  }

  @Test
  void the_last_use_of_a_key_is_known_soon() {
    JsonNode key = json(issue(order("used", "[\"estimates\"]")));
    assertThat(listed(key).has("last_used_at")).isFalse();
    estimate(key).expectStatus().isOk();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(listed(key).has("last_used_at")).isTrue());
  }

  @Test
  void who_did_what_is_remembered() {
    JsonNode key = json(issue(order("audited", "[\"estimates\"]")));
    JsonNode fresh = json(rotate(key, ""));
    admin("DELETE", "/v1/keys/" + id(key)).expectStatus().isNoContent();

    List<String> events =
        json(admin("GET", "/v1/keys/events?limit=100"))
            .get("data")
            .valueStream()
            .filter(event -> List.of(id(key), id(fresh)).contains(event.get("key_id").asString()))
            .filter(event -> service.key("admin").contains(event.get("actor_key_id").asString()))
            .filter(event -> event.has("request_id"))
            .map(event -> event.get("action").asString())
            .toList();
    assertThat(events).containsExactly("revoked", "issued", "rotated", "issued");
  }

  @Test
  void everything_wrong_with_an_order_is_named_at_once() {
    JsonNode problem =
        problem(
            issue(
                """
                {"name":" ","scopes":["estimates","pearls"],"plan":"gold","colour":"red",
                 "expires_at":"2020-01-01T00:00:00Z"}"""),
            400,
            "invalid-body");

    assertThat(problem.get("errors").valueStream().map(error -> error.get("pointer").asString()))
        .containsExactly("/colour", "/name", "/business", "/scopes/1", "/plan", "/expires_at");
    assertThat(problem.get("errors").toString()).contains("\"sandbox\"", "\"appraisals\"");
    problem(issue("[]"), 400, "invalid-body");
    problem(issue("{\"name\":1,\"name\":2}"), 400, "invalid-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2999-01-01T00:00:00+23:00", "2999-01-01", "tomorrow"})
  void an_end_that_is_no_time_is_400(String end) {
    JsonNode problem =
        problem(
            issue(
                """
                {"name":"shop","business":"Rossi","scopes":["estimates"],"expires_at":"%s"}"""
                    .formatted(end)),
            400,
            "invalid-body");

    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/expires_at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01T00:00:00Z", "1999-01-01T00:00:00+02:00"})
  void a_key_that_could_never_open_anything_is_not_issued(String end) {
    JsonNode problem =
        problem(
            issue(
                """
                {"name":"shop","business":"Rossi","scopes":["estimates"],"expires_at":"%s"}"""
                    .formatted(end)),
            422,
            "impossible-request");

    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/expires_at");
  }

  @ParameterizedTest
  @CsvSource({
    "{\"overlap_hours\":721}",
    "{\"overlap_hours\":\"1\"}",
    "{\"overlap\":1}",
    "nonsense"
  })
  void a_bad_overlap_is_400(String body) {
    JsonNode key = json(issue(order("kept", "[\"estimates\"]")));

    problem(rotate(key, body), 400, "invalid-body");
  }

  @ParameterizedTest
  @CsvSource({"DELETE,/v1/keys/0123456789abcdef", "POST,/v1/keys/pearl/rotate"})
  void a_key_that_is_not_there_is_404(String method, String path) {
    problem(admin(method, path), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/keys",
    "GET,/v1/keys/events",
    "POST,/v1/keys",
    "DELETE,/v1/keys/0123456789abcdef",
    "POST,/v1/keys/0123456789abcdef/rotate"
  })
  void only_an_admin_gets_near_keys(String method, String path) {
    problem(as(service.key("staff"), method, path), 403, "missing-scope");
  }

  private static String order(String name, String scopes) {
    return order(name, scopes, "Rossi Gioielli");
  }

  private static String order(String name, String scopes, String business) {
    return "{\"name\":\"%s\",\"business\":\"%s\",\"scopes\":%s}".formatted(name, business, scopes);
  }

  private ResponseSpec issue(String body) {
    return send(admin(), "POST", "/v1/keys", body);
  }

  private ResponseSpec rotate(JsonNode key, String body) {
    return send(admin(), "POST", "/v1/keys/" + id(key) + "/rotate", body);
  }

  private ResponseSpec estimate(JsonNode key) {
    return send(key.get("key").asString(), "POST", "/v1/estimates", RunningService.STONE);
  }

  private JsonNode listed(JsonNode key) {
    return json(admin("GET", "/v1/keys?limit=100"))
        .get("data")
        .valueStream()
        .filter(listed -> id(listed).equals(id(key)))
        .findFirst()
        .orElseThrow();
  }

  private String admin() {
    return service.key("admin");
  }

  private ResponseSpec admin(String method, String path) {
    return as(admin(), method, path);
  }

  private ResponseSpec as(String key, String method, String path) {
    return send(key, method, path, "");
  }

  private ResponseSpec send(String key, String method, String path, String body) {
    RequestBodySpec request =
        service.anonymous().method(HttpMethod.valueOf(method)).uri(path).header("X-API-Key", key);
    return body.isEmpty()
        ? request.exchange()
        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
  }

  private static String id(JsonNode key) {
    return key.get("id").asString();
  }

  private static List<String> ids(JsonNode page) {
    return page.get("data").valueStream().map(KeysContract::id).toList();
  }

  private static JsonNode problem(ResponseSpec answer, int status, String type) {
    JsonNode problem = json(answer.expectStatus().isEqualTo(status));
    assertThat(problem.get("type").asString()).isEqualTo("https://facet.example/problems/" + type);
    return problem;
  }

  private static JsonNode json(ResponseSpec answer) {
    return JSON.readTree(
        Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()));
  }
}
