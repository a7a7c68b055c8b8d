package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

/** Traces arrive at a collector, which here takes them as they are: OTLP, whose texts are plain. */
class TracingTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir private Path home;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void collect() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
          arrived.add(exchange.getRequestURI() + " " + body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void a_request_becomes_a_span_of_its_callers_trace_with_route_and_id() {
    try (RunningService service = start("FACET_OTLP_ENDPOINT", endpoint())) {
      ask(service);
    }

    assertThat(String.join("", arrived))
        .startsWith("/v1/traces ")
        .contains("POST /v1/estimates", "http.route", "order-17", "service.name", "facet")
        .contains(bytes(TRACE));
  }

  @Test
  void no_key_is_in_a_trace() {
    try (RunningService service = start("FACET_OTLP_ENDPOINT", endpoint())) {
      ask(service);
      String key = service.key("demo");
      service.client().get().uri("/v1/valuations/" + key).exchange().expectStatus().isNotFound();
      service.client().get().uri("/v1/usage?key=" + key).exchange();
      service.client().get().uri("/v1/" + key).exchange();
    }

    assertThat(String.join("", arrived)).contains("/v1/valuations/{id}").doesNotContain(secret());
  }

  @Test
  void a_share_of_nothing_sends_nothing_that_no_caller_has_asked_for() {
    try (RunningService service =
        start("FACET_OTLP_ENDPOINT", endpoint(), "FACET_TRACE_PERCENT", "0")) {
      service.answer("/v1/estimates", RunningService.STONE);
    }

    assertThat(arrived).isEmpty();
  }

  @Test
  void without_the_setting_there_are_no_traces() {
    try (RunningService service = start()) {
      ask(service);
      assertThat(service.beans(io.facet.service.tracing.RequestSpans.class)).isEmpty();
    }

    assertThat(arrived).isEmpty();
  }

  @Test
  void a_collector_that_is_away_keeps_nobody_from_an_answer() {
    collector.stop(0);
    try (RunningService service = start("FACET_OTLP_ENDPOINT", endpoint())) {
      ask(service);
    }

    assertThat(arrived).isEmpty();
  }

  private static void ask(RunningService service) {
    service
        .client()
        .post()
        .uri("/v1/estimates")
        .header("X-Request-Id", "order-17")
        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(RunningService.STONE)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private RunningService start(String... settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FACET_MODEL", TestModel.write(home.resolve("model"), 6000).toString());
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return RunningService.start(home, environment);
  }

  private String endpoint() {
    return "http://127.0.0.1:" + collector.getAddress().getPort() + "/";
  }

  private String secret() {
    String key = RunningService.keyIn(home, "demo");
    return key.substring(key.length() - 64);
  }

  private static String bytes(String hex) {
    return new String(java.util.HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }
}
