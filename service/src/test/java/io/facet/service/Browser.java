package io.facet.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the web app: what a browser and the app's pages send, no more and no less. */
final class Browser {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningService service;
  private String cookie = "";
  private String csrfToken = "";

  Browser(RunningService service) {
    this.service = service;
  }

  /** Somebody who has signed in with {@code key}. */
  static Browser signedIn(RunningService service, String key) {
    Browser browser = new Browser(service);
    // On a busy machine the store takes longer to open than a request waits for it.
    Awaitility.await()
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> browser.login(key).expectStatus().isNoContent());
    browser.csrfToken = browser.session().get("csrf_token").asString();
    return browser;
  }

  /** The same browser, led to another process of the service. */
  Browser at(RunningService other) {
    Browser same = new Browser(other);
    same.cookie = cookie;
    same.csrfToken = csrfToken;
    return same;
  }

  ResponseSpec login(String key) {
    ResponseSpec answer = ask("POST", "/login", "{\"key\":\"" + key + "\"}");
    List<String> set =
        answer.returnResult(Void.class).getResponseHeaders().getOrEmpty("Set-Cookie");
    if (!set.isEmpty()) {
      cookie = set.getFirst().split(";", -1)[0];
    }
    return answer;
  }

  JsonNode session() {
    return JSON.readTree(
        Objects.requireNonNull(
            get("/session").expectStatus().isOk().expectBody().returnResult().getResponseBody()));
  }

  String cookie() {
    return cookie;
  }

  /** What the cookie holds. */
  String token() {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  String csrfToken() {
    return csrfToken;
  }

  ResponseSpec get(String path) {
    return ask("GET", path, "");
  }

  ResponseSpec post(String path, String body) {
    return ask("POST", path, body);
  }

  ResponseSpec ask(String method, String path, String body) {
    return request(method, path, body).exchange();
  }

  /** A request as the pages make it, to be changed before it is sent. */
  RequestBodySpec request(String method, String path, String body) {
    RequestBodySpec request =
        service
            .anonymous()
            .method(HttpMethod.valueOf(method))
            .uri(path)
            .header("Sec-Fetch-Site", "same-origin");
    if (!cookie.isEmpty()) {
      request.header(HttpHeaders.COOKIE, cookie);
    }
    if (!csrfToken.isEmpty() && !method.equals("GET")) {
      request.header("X-CSRF-Token", csrfToken);
    }
    if (!body.isEmpty()) {
      // As bytes: Spring's client would write a text into the log, secrets and all.
      request
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(body.getBytes(StandardCharsets.UTF_8));
    }
    return request;
  }
}
