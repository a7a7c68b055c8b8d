package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What is served to people, with small pages in the place of the web app's. */
class PagesTest {

  private static final String STRICT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @TempDir private static Path home;

  private static RunningService service;
  private static Browser somebody;

  @BeforeAll
  static void start() {
    service = RunningService.showing(home, "classpath:/pages-of-tests/");
    somebody = Browser.signedIn(service, service.key("staff"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static ResponseSpec get(String path) {
    return new Browser(service).get(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/app/", "/app/valuations/val_1", "/app/collection?cut=Ideal"})
  void every_address_of_the_app_is_its_page_for_those_who_have_signed_in(String path) {
    page(somebody.get(path), "The app");
  }

  @ParameterizedTest
  @CsvSource({
    "/app, %2Fapp",
    "/app/valuations/val_1, %2Fapp%2Fvaluations%2Fval_1",
    "/app/collection?cut=Very Good&to=//elsewhere.example,"
        + "%2Fapp%2Fcollection%3Fcut%3DVery%2520Good%26to%3D%2F%2Felsewhere.example"
  })
  void others_are_asked_to_sign_in_and_led_back_where_they_wanted(String path, String to) {
    redirected(get(path), "/login?to=" + to);
  }

  @Test
  void the_page_to_sign_in_is_for_everybody() {
    page(get("/login"), "Sign in");
    page(get("/login?to=/app/collection?cut=Ideal"), "Sign in");
    page(somebody.get("/login"), "Sign in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/app",
        "//elsewhere.example/app",
        "/\\elsewhere.example",
        "/app\\..\\..",
        "javascript:alert(1)",
        "/apple",
        "app",
        "/app/\tx",
        ""
      })
  void nobody_is_led_elsewhere_after_signing_in(String to) {
    redirected(
        service
            .anonymous()
            .get()
            .uri(builder -> builder.path("/login").queryParam("to", "{to}").build(to))
            .exchange(),
        "/login");
  }

  @Test
  void the_first_page_welcomes_strangers_and_leads_those_who_have_signed_in_to_the_app() {
    page(get("/"), "href=\"/login\"");
    redirected(somebody.get("/"), "/app/");
    get("/welcome.css").expectStatus().isOk().expectHeader().contentType("text/css");
  }

  @Test
  void pages_hold_no_style_or_script_of_their_own() {
    String welcome = body(get("/"));

    assertThat(welcome).doesNotContainPattern("<style|<script|style=| on[a-z]+=");
  }

  @Test
  void what_a_page_consists_of_may_be_kept_for_ever() {
    get("/assets/app-ABC123.js")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
        .expectHeader()
        .contentType("text/javascript")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .doesNotExist("Content-Encoding");
  }

  // Spring's client unpacks what it gets, and says nothing of it.
  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br', br",
    "gzip, gzip",
    "'br;q=0.9, gzip', br",
    "'zstd, gzip;q=0.5', gzip"
  })
  void it_comes_as_small_as_the_browser_can_read_it(String accepted, String coding)
      throws IOException, InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(service.address() + "/assets/app-ABC123.js"))
            .header("Accept-Encoding", accepted)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var headers = client.send(asked, HttpResponse.BodyHandlers.discarding()).headers();

      assertThat(headers.firstValue("Content-Encoding")).contains(coding);
      assertThat(headers.firstValue("Content-Type")).contains("text/javascript");
      assertThat(headers.firstValue("Vary")).contains("Accept-Encoding");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/manifest.webmanifest, application/manifest+json",
    "/favicon.svg, image/svg+xml",
    "/robots.txt, text/plain"
  })
  void what_browsers_look_for_is_there(String path, String type) {
    get(path).expectStatus().isOk().expectHeader().contentType(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/gone.js", "/assets/", "/assets"})
  void what_is_not_there_is_a_problem_that_nobody_keeps(String path) {
    service
        .anonymous()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .value(status -> assertThat(status).isIn(401, 404))
        .expectHeader()
        .contentType("application/problem+json")
        .expectHeader()
        .value("Cache-Control", value -> assertThat(value).contains("no-store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/login.html", "/pages-of-tests/index.html"})
  void pages_have_no_other_addresses(String path) {
    get(path).expectStatus().isUnauthorized();
  }

  @Test
  void the_page_of_the_api_has_the_rights_it_needs_and_no_others() {
    get("/swagger-ui/index.html")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    String page = body(get("/swagger-ui/index.html"));
    assertThat(page).doesNotContain("<style").doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void the_build_without_the_front_end_says_so(@TempDir Path other) {
    try (RunningService bare = RunningService.showing(other, "classpath:/no-pages-at-all/")) {
      for (String path : new String[] {"/app", "/app/collection", "/login"}) {
        new Browser(bare)
            .get(path)
            .expectStatus()
            .isEqualTo(503)
            .expectBody()
            .jsonPath("$.type")
            .isEqualTo("https://facet.example/problems/no-pages");
      }
      new Browser(bare).get("/").expectStatus().isOk();
    }
  }

  private static void page(ResponseSpec answer, String text) {
    answer
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType("text/html;charset=UTF-8")
        .expectHeader()
        .valueEquals("Content-Security-Policy", STRICT)
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("Referrer-Policy", "same-origin")
        .expectHeader()
        .valueEquals("Cross-Origin-Opener-Policy", "same-origin");
    assertThat(body(answer)).contains(text);
  }

  private static void redirected(ResponseSpec answer, String to) {
    answer
        .expectStatus()
        .isEqualTo(303)
        .expectHeader()
        .valueEquals("Location", to)
        .expectHeader()
        .valueEquals("Cache-Control", "no-store");
  }

  private static String body(ResponseSpec answer) {
    return new String(
        Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()),
        StandardCharsets.UTF_8);
  }
}
