package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong, the answer is a problem that says what and which request it was. */
class ProblemsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final RunningService service = RunningService.shared();

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "\"stone\"", "null", "{\"carat\":NaN}", "{} {}", "{} x"})
  void a_body_that_is_not_one_json_object_is_400(String body) {
    JsonNode problem = problem(service.post("/v1/estimates", body), 400, "invalid-body");

    assertThat(problem.get("detail").asString()).isNotBlank();
  }

  @Test
  void a_browser_that_is_led_nowhere_sees_a_page_and_a_program_json() {
    String page =
        service
            .anonymous()
            .get()
            .uri("/nowhere")
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .exchange()
            .expectStatus()
            .isNotFound()
            .expectHeader()
            .contentType("text/html;charset=UTF-8")
            .expectHeader()
            .exists("Content-Security-Policy")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(page).contains("<h1>There is nothing here</h1>").contains("To the start");

    for (String path : new String[] {"/nowhere", "/v1/nowhere"}) {
      service
          .client()
          .get()
          .uri(path)
          .header("Accept", path.startsWith("/v1") ? "text/html" : "application/json")
          .exchange()
          .expectStatus()
          .isNotFound()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void everything_wrong_with_the_form_of_a_body_is_named_at_once() {
    JsonNode problem =
        problem(
            service.post(
                "/v1/estimates",
                "{\"carat\":\"0.7\",\"cut\":3,\"colour\":\"F\",\"x\":1,\"x\":2,\"y\":{\"a\":[1]}}"),
            400,
            "invalid-body");

    assertThat(problem.get("errors").valueStream().map(error -> error.get("pointer").asString()))
        .containsExactly("/carat", "/cut", "/colour", "/x", "/y");
    assertThat(problem.at("/errors/0/detail").asString())
        .isEqualTo("must be a number, without quotes");
    assertThat(problem.at("/errors/2/allowed").toString()).contains("\"color\"");
  }

  @Test
  void everything_that_makes_a_stone_impossible_is_named_at_once() {
    JsonNode problem =
        problem(
            service.post(
                "/v1/valuations",
                RunningService.STONE.replace("0.72", "0").replace("Ideal", "Superb")),
            422,
            "invalid-stone");

    assertThat(problem.get("title").asString()).isEqualTo("The stone can't be valued");
    assertThat(problem.get("errors"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"pointer":"/carat","detail":"must be above 0 ct"},
                 {"pointer":"/cut","detail":"\\"Superb\\" is not a cut grade",
                  "allowed":["Fair","Good","Very Good","Premium","Ideal"]}]"""));
  }

  @Test
  void only_a_valuation_has_a_client_reference() {
    String named = RunningService.STONE.replace("}", ",\"client_reference\":\"tray 4\"}");

    problem(service.post("/v1/estimates", named), 400, "invalid-body");
  }

  @Test
  void a_route_that_does_not_exist_is_404() {
    problem(service.client().get().uri("/v1/pearls").exchange(), 404, "not-found");
  }

  @Test
  void a_method_that_does_not_work_here_is_405_and_names_those_that_do() {
    ResponseSpec answer = service.client().get().uri("/v1/estimates").exchange();

    answer.expectHeader().valueEquals("Allow", "POST");
    problem(answer, 405, "method-not-allowed");
  }

  @Test
  void an_address_allows_nothing_that_works_at_others_like_it_only() {
    service
        .client()
        .options()
        .uri("/v1/valuations/export")
        .exchange()
        .expectHeader()
        .valueEquals("Allow", "GET,HEAD,OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/v1/estimates"})
  void a_method_that_works_nowhere_is_405_too(String path) {
    problem(
        service.client().method(HttpMethod.TRACE).uri(path).exchange(), 405, "method-not-allowed");
  }

  @Test
  void an_answer_in_another_form_than_json_is_406() {
    ResponseSpec answer =
        service
            .client()
            .post()
            .uri("/v1/estimates")
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.TEXT_HTML)
            .bodyValue(RunningService.STONE)
            .exchange();

    problem(answer, 406, "not-acceptable");
  }

  @Test
  void a_compressed_body_is_415() {
    problem(
        service
            .client()
            .post()
            .uri("/v1/estimates")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Content-Encoding", "gzip")
            .bodyValue(RunningService.STONE)
            .exchange(),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_body_that_does_not_say_it_is_json_is_415() {
    ResponseSpec answer =
        service
            .client()
            .post()
            .uri("/v1/estimates")
            .contentType(MediaType.TEXT_PLAIN)
            .bodyValue(RunningService.STONE)
            .exchange();

    answer.expectHeader().valueEquals("Accept", "application/json");
    problem(answer, 415, "unsupported-media-type");
  }

  @Test
  void a_body_above_64_kB_is_413() {
    problem(service.post("/v1/estimates", " ".repeat(70_000)), 413, "body-too-large");
  }

  @Test
  void a_body_that_only_turns_out_to_be_above_64_kB_is_413() {
    byte[] part = " ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    ResponseSpec answer =
        service
            .client()
            .post()
            .uri("/v1/estimates")
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                (request, context) ->
                    request.writeWith(
                        Flux.range(0, 100)
                            .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(part))))
            .exchange();

    problem(answer, 413, "body-too-large");
  }

  @ParameterizedTest
  @CsvSource({"GET,/v1//estimates", "GET,/v1/estimates;a=b", "GET,/%2e%2e/keys"})
  void what_the_firewall_rejects_is_400(String method, String path) {
    ResponseSpec answer =
        service
            .client()
            .method(HttpMethod.valueOf(method))
            .uri(URI.create(service.address() + path))
            .exchange();

    problem(answer, 400, "invalid-request");
  }

  @Test
  void an_address_that_is_none_is_400() throws IOException {
    URI address = URI.create(service.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: x\r\nX-Request-Id: me-1\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .containsIgnoringCase("content-type: application/problem+json")
          .containsIgnoringCase("x-request-id: me-1")
          .contains("/problems/invalid-request");
    }
  }

  @Test
  void our_own_failure_is_500_and_tells_nothing_of_its_cause(@TempDir Path home) {
    try (RunningService broken = RunningService.serving(home)) {
      broken.bean(CurrentModel.class).serve(withoutProvenance());

      JsonNode problem =
          problem(
              broken.client().get().uri("/v1/models/current").exchange(), 500, "internal-error");

      assertThat(problem.toString()).doesNotContain("NullPointer").doesNotContain("io.facet");
    }
  }

  @SuppressWarnings("NullAway") // The point is that something is broken.
  private static ServedModel withoutProvenance() {
    return new ServedModel(
        "broken",
        TestModel.appraiser(6000),
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.REGISTRY,
        Instant.EPOCH);
  }

  @Test
  void the_callers_request_id_comes_back_in_header_and_problem() {
    ResponseSpec answer =
        service.client().get().uri("/v1/pearls").header("X-Request-Id", "order-17.a").exchange();

    answer.expectHeader().valueEquals("X-Request-Id", "order-17.a");
    assertThat(problem(answer, 404, "not-found").get("request_id").asString())
        .isEqualTo("order-17.a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "<script>", ""})
  void an_insane_request_id_is_replaced(String id) {
    service
        .client()
        .get()
        .uri("/v1/models/current")
        .header("X-Request-Id", id)
        .exchange()
        .expectHeader()
        .valueMatches("X-Request-Id", "[0-9a-f]{32}");
  }

  private static JsonNode problem(ResponseSpec answer, int status, String type) {
    byte[] body =
        answer
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectHeader()
            .exists("X-Request-Id")
            .expectHeader()
            .valueEquals("Link", "</problems/%s>; rel=\"help\"".formatted(type))
            .expectBody()
            .returnResult()
            .getResponseBody();
    JsonNode problem = JSON.readTree(body);
    assertThat(problem.get("type").asString()).isEqualTo("https://facet.example/problems/" + type);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).startsWith("/");
    assertThat(problem.get("request_id").asString()).isNotBlank();
    return problem;
  }
}
