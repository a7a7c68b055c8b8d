package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Callers who take their time, as the service waits a second for a request and two for a word. */
@ExtendWith(OutputCaptureExtension.class)
class PatienceTest {

  private static final int PAUSE_MILLIS = 700;

  @TempDir private static Path home;
  private static RunningService service;

  @BeforeAll
  static void start() {
    Path model = TestModel.write(home.resolve("model"), 6000);
    service =
        RunningService.start(
            home,
            Map.of(
                "FACET_MODEL", model.toString(),
                "FACET_REQUEST_SECONDS", "1",
                "FACET_IDLE_SECONDS", "2"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_request_that_trickles_in_is_refused_and_leaves_no_error(CapturedOutput output)
      throws Exception {
    try (Socket slow = connect()) {
      send(slow, head("/v1/estimates", "X-Request-Id: slow-7\nContent-Length: 200"));
      Thread.sleep(PAUSE_MILLIS);
      send(slow, " ");

      assertThat(said(slow))
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("X-Request-Id: slow-7\r\n")
          .contains("application/problem+json", "/problems/request-timeout", "\"/v1/estimates\"");
    }
    service.answer("/v1/estimates", RunningService.STONE);
    assertThat(output.getAll()).doesNotContain("ERROR");
  }

  @Test
  void who_is_told_to_go_on_and_does_not_is_refused_all_the_same() throws Exception {
    try (Socket slow = connect()) {
      send(slow, head("/v1/estimates", "Expect: 100-continue\nContent-Length: 200"));
      Thread.sleep(PAUSE_MILLIS);
      send(slow, " ");

      assertThat(said(slow)).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 408 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /v1/estimates HTTP/1.1\r\nHost: facet\r\n", "dribble"})
  void who_never_says_all_of_what_he_asks_is_hung_up_on(String head) throws Exception {
    try (Socket slow = connect()) {
      if (head.equals("dribble")) {
        assertThatThrownBy(() -> dribble(slow)).isInstanceOf(IOException.class);
      } else {
        send(slow, head);
        assertThat(said(slow)).isEmpty();
      }
    }
  }

  @Test
  void the_next_request_of_a_connection_must_come_in_time_too() throws Exception {
    try (Socket slow = connect()) {
      send(
          slow,
          "GET /v1/models/current HTTP/1.1\r\nHost: facet\r\nX-API-Key: %s\r\n\r\n"
              .formatted(service.key("demo")));
      Thread.sleep(2 * PAUSE_MILLIS);
      send(slow, "GET /v1/models");

      assertThat(said(slow)).startsWith("HTTP/1.1 200").doesNotContain("HTTP/1.1 4");
    }
  }

  /** A header every now and then, for ever. */
  private static void dribble(Socket slow) throws IOException, InterruptedException {
    send(slow, "GET / HTTP/1.1\r\n");
    for (int i = 0; i < 100; i++) {
      send(slow, "X-%d: pearl\r\n".formatted(i));
      Thread.sleep(200);
    }
  }

  @Test
  void a_batch_may_take_longer_as_long_as_it_goes_on() throws Exception {
    try (Conversation batch =
        new Conversation(
            URI.create(service.address()),
            service.key("demo"),
            "/v1/valuations/batch",
            "application/x-ndjson")) {
      for (int i = 0; i < 4; i++) {
        Thread.sleep(PAUSE_MILLIS);
        batch.say((RunningService.STONE + "\n").getBytes(StandardCharsets.UTF_8));
        batch.flush();
      }
      batch.sayNoMore();

      assertThat(batch.head()).startsWith("HTTP/1.1 200");
      for (int i = 0; i < 4; i++) {
        assertThat(batch.line()).contains("price");
      }
    }
  }

  @Test
  void a_batch_that_falls_silent_is_ended() throws Exception {
    try (Socket silent = connect()) {
      send(silent, head("/v1/valuations/batch", "Transfer-Encoding: chunked"));

      // Ends without a last chunk: the socket closes while the answer is open.
      assertThat(said(silent)).doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void a_connection_that_has_nothing_to_ask_is_left_alone() throws Exception {
    try (Socket idle = connect()) {
      String get =
          "GET /v1/models/current HTTP/1.1\r\nHost: facet\r\nX-API-Key: %s\r\n\r\n"
              .formatted(service.key("demo"));
      send(idle, get);
      assertThat(idle.getInputStream().read()).isEqualTo('H');
      Thread.sleep(4 * PAUSE_MILLIS);
      send(idle, get.replace("Host: facet", "Host: facet\r\nConnection: close"));

      assertThat(said(idle).split("HTTP/1.1 200|TTP/1.1 200", -1)).hasSize(3);
    }
  }

  private static Socket connect() throws IOException {
    URI address = URI.create(service.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String head(String path, String length) {
    return """
        POST %s HTTP/1.1
        Host: facet
        X-API-Key: %s
        Content-Type: %s
        %s

        """
        .formatted(
            path,
            service.key("demo"),
            path.endsWith("batch") ? "application/x-ndjson" : "application/json",
            length)
        .replace("\n", "\r\n");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** All that comes until the service hangs up. */
  private static String said(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
  }
}
