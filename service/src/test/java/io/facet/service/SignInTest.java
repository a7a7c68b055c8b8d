package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in with a staff key, and what their browser asks is asked by that key. */
class SignInTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RunningService service = RunningService.shared();
  private static final String STRANGE = "fct_live_%016x_%064x".formatted(7, 7);

  @Test
  void whoever_signs_in_is_known_until_they_sign_out() {
    Browser browser = Browser.signedIn(service, service.key("staff"));
    JsonNode session = browser.session();

    assertThat(session.get("name").asString()).isEqualTo("staff");
    assertThat(session.get("business").asString()).isEqualTo("house");
    assertThat(session.get("scopes").valueStream().map(JsonNode::asString))
        .containsExactly("estimates", "valuations", "appraisals", "collection", "metrics");
    assertThat(Instant.parse(session.get("expires_at").asString())).isAfter(Instant.now());
    browser.get("/v1/collection").expectStatus().isOk();

    browser
        .post("/logout", "")
        .expectStatus()
        .isNoContent()
        .expectCookie()
        .maxAge("facet_session", Duration.ZERO);

    problem(browser.get("/session"), 401, "not-signed-in");
    problem(browser.get("/v1/collection"), 401, "not-signed-in");
    browser.post("/logout", "").expectStatus().isNoContent();
  }

  @Test
  void the_cookie_is_for_this_host_and_no_script_and_goes_with_the_browser() {
    new Browser(service)
        .login(service.key("staff"))
        .expectHeader()
        .valueMatches(
            "Set-Cookie", "(?i)facet_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
  }

  @Test
  void a_key_that_is_none_signs_nobody_in() {
    ResponseSpec answer = new Browser(service).login(STRANGE);

    answer.expectHeader().doesNotExist("Set-Cookie");
    answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    answer.expectStatus().isUnauthorized();
  }

  @Test
  void a_key_for_programs_is_told_that_it_is_one() {
    Browser browser = new Browser(service);

    problem(browser.post("/login", credentials("demo")), 403, "not-a-staff-key");
    assertThat(browser.cookie()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"key\":7}", "{}", "{\"key\":\"x\",\"to\":\"/app\"}"})
  void credentials_that_are_none_are_a_bad_body(String body) {
    problem(
        service
            .anonymous()
            .post()
            .uri("/login")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange(),
        400,
        "invalid-body");
  }

  @Test
  void a_form_signs_nobody_in_for_any_site_can_send_one() {
    service
        .anonymous()
        .post()
        .uri("/login")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue("key=" + service.key("staff"))
        .exchange()
        .expectStatus()
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "/login, Sec-Fetch-Site, cross-site",
    "/login, Sec-Fetch-Site, same-site",
    "/login, Origin, https://elsewhere.example",
    "/login, Origin, null",
    "/login, Origin, http://127.0.0.1:1",
    "/logout, Sec-Fetch-Site, cross-site",
    "/logout, Origin, https://elsewhere.example"
  })
  void pages_of_other_sites_sign_nobody_in_or_out(String path, String header, String value) {
    ResponseSpec answer =
        service
            .anonymous()
            .post()
            .uri(path)
            .header(header, value)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(credentials("staff"))
            .exchange();

    answer.expectHeader().doesNotExist("Set-Cookie");
    problem(answer, 403, "cross-site");
  }

  @Test
  void old_browsers_that_tell_only_the_origin_sign_in_on_our_own_page() {
    service
        .anonymous()
        .post()
        .uri("/login")
        .header("Origin", service.address())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(credentials("staff"))
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  @Test
  void what_changes_something_needs_the_token_of_its_own_session() {
    Browser browser = Browser.signedIn(service, service.key("staff"));
    Browser other = Browser.signedIn(service, service.key("staff"));

    browser.post("/v1/valuations", RunningService.STONE).expectStatus().isCreated();
    for (List<String> wrong :
        List.of(List.<String>of(), List.of("x"), List.of(other.csrfToken()), List.of("💎"))) {
      ResponseSpec answer =
          browser
              .request("POST", "/v1/valuations", RunningService.STONE)
              .headers(headers -> headers.put("X-CSRF-Token", wrong))
              .exchange();
      problem(answer, 403, "bad-csrf-token");
    }
    browser
        .request("GET", "/v1/valuations", "")
        .headers(headers -> headers.remove("X-CSRF-Token"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void a_session_opens_what_its_key_opens_and_no_more() {
    Browser browser = Browser.signedIn(service, service.key("staff"));

    problem(browser.get("/v1/keys"), 403, "missing-scope");
    Browser.signedIn(service, service.key("admin")).get("/v1/keys").expectStatus().isOk();
  }

  @Test
  void a_key_in_the_header_is_who_asks_whatever_the_cookie_says() {
    Browser browser = Browser.signedIn(service, service.key("staff"));

    browser
        .request("POST", "/v1/estimates", RunningService.STONE)
        .headers(headers -> headers.remove("X-CSRF-Token"))
        .header("X-API-Key", service.key("demo"))
        .exchange()
        .expectStatus()
        .isOk();
    problem(withKey(browser, "/v1/collection", service.key("demo")), 403, "missing-scope");
    problem(withKey(browser, "/v1/collection", STRANGE), 401, "unauthorized");
  }

  private static ResponseSpec withKey(Browser browser, String path, String key) {
    return browser.request("GET", path, "").header("X-API-Key", key).exchange();
  }

  @Test
  void a_session_opens_nothing_but_the_api() {
    Browser browser = Browser.signedIn(service, service.key("admin"));

    problem(browser.get("/actuator/prometheus"), 401, "unauthorized");
  }

  @Test
  void what_a_session_asks_is_limited_and_counted_as_its_keys(@TempDir Path home) {
    try (RunningService own = RunningService.serving(home)) {
      Browser browser = Browser.signedIn(own, own.key("staff"));
      browser
          .post("/v1/stones/grades", RunningService.STONE)
          .expectStatus()
          .isOk()
          .expectHeader()
          .exists("RateLimit");

      Awaitility.await()
          .untilAsserted(
              () ->
                  browser
                      .get("/v1/usage")
                      .expectBody(String.class)
                      .value(use -> assertThat(use).contains("POST /v1/stones/grades")));
    }
  }

  @Test
  void what_a_session_does_to_keys_was_done_by_its_key(@TempDir Path home) {
    try (RunningService own = RunningService.serving(home)) {
      Browser browser = Browser.signedIn(own, own.key("admin"));
      browser
          .post("/v1/keys", "{\"name\":\"till\",\"business\":\"Rossi\",\"scopes\":[\"estimates\"]}")
          .expectStatus()
          .isCreated();

      JsonNode event =
          JSON.readTree(
              browser.get("/v1/keys/events").expectBody().returnResult().getResponseBody());
      assertThat(event.at("/data/0/actor_key_id").asString())
          .isEqualTo(own.key("admin").split("_", -1)[2]);
    }
  }

  @Test
  void a_revoked_key_takes_its_sessions_with_it_at_once(@TempDir Path home) {
    try (RunningService own = RunningService.serving(home)) {
      Browser admin = Browser.signedIn(own, own.key("admin"));
      Browser staff = Browser.signedIn(own, own.key("staff"));

      admin
          .ask("DELETE", "/v1/keys/" + own.key("staff").split("_", -1)[2], "")
          .expectStatus()
          .isNoContent();

      problem(staff.get("/session"), 401, "not-signed-in");
      problem(staff.get("/v1/collection"), 401, "not-signed-in");
      problem(staff.post("/login", "{\"key\":\"" + own.key("staff") + "\"}"), 401, "unauthorized");
    }
  }

  @Test
  void whoever_guesses_sessions_is_slowed_down_and_sessions_at_work_go_on(@TempDir Path home) {
    try (RunningService guessed = RunningService.serving(home)) {
      Browser browser = Browser.signedIn(guessed, guessed.key("staff"));
      for (int i = 0; i < 20; i++) {
        problem(guess(guessed, i), 401, "not-signed-in");
        problem(guess(guessed, 0), 401, "not-signed-in");
      }

      problem(guess(guessed, 21), 429, "too-many-bad-keys");
      problem(browser.post("/login", "{\"key\":\"" + STRANGE + "\"}"), 429, "too-many-bad-keys");
      browser.get("/v1/collection").expectStatus().isOk();
    }
  }

  private static ResponseSpec guess(RunningService guessed, int number) {
    return guessed
        .anonymous()
        .get()
        .uri("/v1/usage")
        .header("Cookie", "facet_session=" + "%043d".formatted(number))
        .exchange();
  }

  private static String credentials(String key) {
    return "{\"key\":\"" + service.key(key) + "\"}";
  }

  private static void problem(ResponseSpec answer, int status, String type) {
    answer
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.type")
        .isEqualTo("https://facet.example/problems/" + type);
  }
}
