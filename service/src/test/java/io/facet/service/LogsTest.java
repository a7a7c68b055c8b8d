package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service writes about itself, in a process of its own, as logging is set up once. */
class LogsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path home;

  @Test
  void a_failed_request_leaves_a_line_with_its_id() throws Exception {
    List<String> said = saidWhileAskedNonsense("text");

    assertThat(said)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(".* INFO  .*Answered 422 to POST /v1/estimates request_id=order-17 .*")
                    .contains("status=422"))
        .noneMatch(line -> line.contains("order-18"))
        .noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void as_json_each_line_is_an_object_and_the_id_a_member() throws Exception {
    List<JsonNode> said = saidWhileAskedNonsense("json").stream().map(JSON::readTree).toList();

    assertThat(said)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            line -> {
              assertThat(line.at("/@timestamp").isString()).isTrue();
              assertThat(line.at("/log/level").isString()).isTrue();
              assertThat(line.at("/service/name").asString()).isEqualTo("facet");
            })
        .anySatisfy(
            line -> {
              assertThat(line.path("request_id").asString("")).isEqualTo("order-17");
              assertThat(line.path("route").asString("")).isEqualTo("/v1/estimates");
              assertThat(line.path("status").asInt(0)).isEqualTo(422);
            });
  }

  private List<String> saidWhileAskedNonsense(String format) throws Exception {
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (ChildService service =
            ChildService.start(home, model, Map.of("FACET_LOG_FORMAT", format));
        HttpClient client = HttpClient.newHttpClient()) {
      ask(client, service, "order-17", RunningService.STONE.replace("0.72", "-1"));
      ask(client, service, "order-18", RunningService.STONE);
      for (String path : List.of("/v1/" + service.key(), "/v1/valuations/" + service.key())) {
        client.send(service.request(path).build(), BodyHandlers.discarding());
      }
      service.stop();
      assertThat(service.said()).noneMatch(line -> line.contains(service.key().substring(20)));
      return service.said();
    }
  }

  private static void ask(HttpClient client, ChildService service, String id, String body)
      throws IOException, InterruptedException {
    client.send(
        service
            .request("/v1/estimates")
            .header("Content-Type", "application/json")
            .header("X-Request-Id", id)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.discarding());
  }
}
