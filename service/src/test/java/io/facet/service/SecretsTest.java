package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys are told to their holders and to nobody and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORGED = "ab".repeat(32);
  private static final String ORDER =
      "{\"name\":\"shop\",\"business\":\"Rossi\",\"scopes\":[\"estimates\"]}";

  private final List<String> secrets = new ArrayList<>(List.of(FORGED));
  private final List<String> told = new ArrayList<>();

  @Test
  void no_key_is_in_logs_answers_files_or_metrics_with_h2(@TempDir Path home, CapturedOutput output)
      throws IOException {
    try (RunningService service = RunningService.serving(home)) {
      useKeysInEveryWay(service);
    }

    nothingIsTold(home, output);
  }

  @Test
  void no_key_is_in_logs_answers_files_or_metrics_with_postgresql(
      @TempDir Path home, CapturedOutput output) throws IOException {
    try (RunningService service = RunningService.serving(home, TestPostgres.address())) {
      useKeysInEveryWay(service);
    }

    nothingIsTold(home, output);
  }

  @Test
  void no_key_is_in_a_log_that_is_json(@TempDir Path home) throws Exception {
    Path model = TestModel.write(home.resolve("model"), 6000);
    Map<String, String> json = Map.of("FACET_LOG_FORMAT", "json", "LOGGING_LEVEL_ROOT", "DEBUG");
    try (ChildService service = ChildService.start(home, model, json);
        HttpClient client = HttpClient.newHttpClient()) {
      String key = service.key();
      secrets.add(secret(key));
      for (String path : List.of("/v1/usage", "/v1/keys", "/v1/models/current")) {
        HttpRequest known = service.request(path).build();
        HttpRequest forged =
            HttpRequest.newBuilder(service.address().resolve(path))
                .header("Authorization", "Bearer " + forged(key))
                .build();
        client.send(known, HttpResponse.BodyHandlers.discarding());
        client.send(forged, HttpResponse.BodyHandlers.discarding());
      }
      service.stop();

      assertThat(service.said()).hasSizeGreaterThan(100);
      assertThat(service.said())
          .allMatch(line -> line.startsWith("{"))
          .anyMatch(line -> line.contains("\"request_id\""));
      assertThat(String.join("\n", service.said())).contains("DEBUG").doesNotContain(secrets);
    }
  }

  private void useKeysInEveryWay(RunningService service) {
    LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.DEBUG);
    try {
      String admin = service.key("admin");
      String demo = service.key("demo");
      secrets.add(secret(admin));
      secrets.add(secret(demo));
      JsonNode issued = issue(service, admin, "/v1/keys", ORDER);
      JsonNode fresh =
          issue(service, admin, "/v1/keys/" + issued.get("id").asString() + "/rotate", "{}");
      String key = fresh.get("key").asString();
      ask(service, "X-API-Key", key, "POST", "/v1/estimates", RunningService.STONE);
      ask(service, "Authorization", "Bearer " + key, "GET", "/v1/usage", "");
      ask(service, "X-API-Key", demo, "POST", "/v1/valuations", RunningService.STONE);
      ask(service, "X-API-Key", demo, "POST", "/v1/estimates", "{");
      ask(service, "X-API-Key", demo, "GET", "/v1/keys", "");
      ask(service, "X-API-Key", admin, "GET", "/v1/keys", "");
      ask(service, "X-API-Key", admin, "GET", "/v1/keys/events", "");
      ask(service, "X-API-Key", admin, "GET", "/actuator/prometheus", "");
      ask(service, "X-API-Key", forged(demo), "GET", "/v1/models/current", "");
      ask(service, "Authorization", "Basic " + forged(demo), "GET", "/v1/usage", "");
      ask(service, "X-API-Key", demo + "\t" + FORGED, "GET", "/v1/usage", "");
      signInAndOut(service);
      ask(service, "X-API-Key", admin, "DELETE", "/v1/keys/" + fresh.get("id").asString(), "");
    } finally {
      logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    }
  }

  private void signInAndOut(RunningService service) {
    secrets.add(secret(service.key("staff")));
    Browser browser = Browser.signedIn(service, service.key("staff"));
    secrets.add(browser.token());
    secrets.add(browser.csrfToken());
    ask(browser, "GET", "/app/", "");
    ask(browser, "GET", "/v1/usage", "");
    ask(browser, "POST", "/v1/estimates", RunningService.STONE);
    ask(browser, "POST", "/login", "{\"key\":\"" + service.key("staff") + "\",\"to\":7}");
    ask(browser, "POST", "/logout", "");
    ask(browser, "GET", "/session", "");
  }

  private void ask(Browser browser, String method, String path, String body) {
    byte[] answer = browser.ask(method, path, body).expectBody().returnResult().getResponseBody();
    told.add(new String(Objects.requireNonNullElse(answer, new byte[0]), StandardCharsets.UTF_8));
  }

  private void nothingIsTold(Path home, CapturedOutput output) throws IOException {
    assertThat(secrets).hasSize(8);
    assertThat(output.getAll()).contains("DEBUG").doesNotContain(secrets);
    assertThat(told).hasSize(18).allSatisfy(answer -> assertThat(answer).doesNotContain(secrets));
    try (Stream<Path> files = Files.walk(home.resolve("service"))) {
      List<Path> kept = files.filter(Files::isRegularFile).toList();
      assertThat(kept).isNotEmpty();
      for (Path file : kept) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secrets);
      }
    }
  }

  private JsonNode issue(RunningService service, String admin, String path, String body) {
    JsonNode issued = JSON.readTree(send(service, "X-API-Key", admin, "POST", path, body));
    secrets.add(secret(issued.get("key").asString()));
    return issued;
  }

  private void ask(
      RunningService service, String header, String key, String method, String path, String body) {
    told.add(new String(send(service, header, key, method, path, body), StandardCharsets.UTF_8));
  }

  private static byte[] send(
      RunningService service, String header, String key, String method, String path, String body) {
    byte[] answer =
        service
            .anonymous()
            .method(HttpMethod.valueOf(method))
            .uri(path)
            .header(header, key)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNullElse(answer, new byte[0]);
  }

  private static String forged(String key) {
    return key.substring(0, key.length() - 64) + FORGED;
  }

  private static String secret(String key) {
    return key.substring(key.length() - 64);
  }
}
