package io.facet.training.appraisals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facet.valuation.stone.Feature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers are read; that the real service gives them is tested with the whole stack. */
class ServiceAppraisalsTest {

  private static final String ONE =
      """
      {"id":"apr_%s","created_at":"2026-11-24T10:15:00Z","client_reference":"tray 4, stone 12",
       "stone":{"carat":0.72,"cut":"Ideal","color":"F","clarity":"VS1","depth":61.5,"table":56,
       "x":5.75,"y":5.78,"z":3.55},"price":3412.50}""";

  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String[] answers = {"{}"};

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void all_pages_are_read_in_their_order() {
    answers =
        new String[] {
          "{\"data\":[%s],\"next_cursor\":\"apr_1\"}".formatted(ONE.formatted(1)),
          "{\"data\":[%s]}".formatted(ONE.formatted(2))
        };

    List<SentAppraisal> unused = appraisals().unused();

    assertThat(unused).extracting(SentAppraisal::id).containsExactly("apr_1", "apr_2");
    assertThat(asked)
        .containsExactly(
            "/v1/appraisals?used=false&limit=100",
            "/v1/appraisals?used=false&limit=100&cursor=apr_1");
    assertThat(unused.getFirst().price()).isEqualByComparingTo("3412.50");
    assertThat(unused.getFirst().stone())
        .containsEntry(Feature.CUT, "Ideal")
        .containsEntry(Feature.CARAT, "0.72");
  }

  @Test
  void marks_go_in_portions_of_a_thousand() {
    answers = new String[] {"{}", "{}"};

    appraisals().use(IntStream.range(0, 1_500).mapToObj(i -> "apr_" + i).toList(), "8");

    assertThat(asked).containsExactly("/v1/appraisals/used", "/v1/appraisals/used");
    assertThat(bodies.getLast())
        .contains("\"apr_1000\"")
        .contains("\"apr_1499\"")
        .contains("\"8\"");
    assertThat(bodies.getFirst()).contains("\"apr_0\"").doesNotContain("\"apr_1000\"");
  }

  @Test
  void a_refusal_is_told_in_the_services_own_words() {
    status = 403;
    answers = new String[] {"{\"title\":\"Forbidden\",\"detail\":\"The key lacks appraisals.\"}"};

    assertThatThrownBy(() -> appraisals().unused())
        .isInstanceOf(AppraisalsAwayException.class)
        .hasMessageContaining("403 The key lacks appraisals.");
  }

  @Test
  void what_is_no_facet_service_is_said_to_be_none() {
    answers = new String[] {"<html>hello</html>"};
    assertThatThrownBy(() -> appraisals().unused())
        .isInstanceOf(AppraisalsAwayException.class)
        .hasMessageContaining("is not Facet's service");

    answers = new String[] {"", "{\"data\":[{\"id\":\"apr_1\"}]}"};
    assertThatThrownBy(() -> appraisals().unused()).isInstanceOf(AppraisalsAwayException.class);
  }

  @Test
  void nobody_there_is_said_with_the_address() {
    server.stop(0);

    assertThatThrownBy(() -> appraisals().unused())
        .isInstanceOf(AppraisalsAwayException.class)
        .hasMessageContaining("doesn't answer");
  }

  private ServiceAppraisals appraisals() {
    return new ServiceAppraisals(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "fct_live_a_b");
  }

  private void answer(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("X-API-Key")).isEqualTo("fct_live_a_b");
    asked.add(exchange.getRequestURI().toString());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = answers[asked.size() - 1].getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
