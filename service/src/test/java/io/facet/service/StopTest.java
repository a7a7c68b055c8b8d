package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.TestModel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A normal stop finishes what is under way, and takes in nothing else. */
@Timeout(120)
class StopTest {

  private static final String BATCH = "/v1/valuations/batch?detail=full";
  private static final byte[] STONE =
      (RunningService.STONE + "\n").getBytes(StandardCharsets.UTF_8);

  @TempDir private Path home;

  @Test
  void requests_under_way_are_answered_and_what_they_store_is_there_afterwards() throws Exception {
    String id;
    try (ChildService service = start(60);
        Conversation batch = batch(service);
        Conversation valuation = valuation(service)) {
      service.tellToStop();
      awaitClosed(service);

      valuation.say(STONE);
      valuation.sayNoMore();
      assertThat(valuation.status()).isEqualTo("HTTP/1.1 201 Created");
      batch.say(STONE);
      batch.flush();
      String line = batch.line();
      assertThat(line).contains("\"id\":\"val_");
      id = line.replaceAll(".*\"id\":\"(val_\\w+)\".*", "$1");
      batch.sayNoMore();
      assertThat(batch.line()).isEmpty();

      service.awaitEnd();
    }
    try (ChildService service = start(60);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> found =
          Awaitility.await()
              .until(
                  () ->
                      http.send(
                          service.request("/v1/valuations?limit=10").GET().build(),
                          BodyHandlers.ofString()),
                  answer -> answer.statusCode() == 200);
      assertThat(found.body()).contains(id);
      assertThat(found.body().split("\"id\":\"val_", -1)).as(found.body()).hasSize(4);
    }
  }

  @Test
  void a_batch_that_takes_longer_than_a_stop_waits_ends_without_its_last_chunk() throws Exception {
    try (ChildService service = start(1);
        Conversation batch = batch(service)) {
      service.tellToStop();

      assertThatThrownBy(batch::line)
          .as("the caller sees that lines are missing")
          .isInstanceOf(IOException.class);
      service.awaitEnd();
    }
  }

  private ChildService start(int seconds) throws IOException {
    Path model = TestModel.write(home.resolve("model"), 6000);
    return ChildService.start(home, model, Map.of("FACET_STOP_SECONDS", String.valueOf(seconds)));
  }

  /** One whose first line has been answered. */
  private static Conversation batch(ChildService service) throws IOException {
    Conversation batch =
        new Conversation(service.address(), service.key(), BATCH, "application/x-ndjson");
    batch.say(STONE);
    batch.flush();
    assertThat(batch.head()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(batch.line()).contains("price");
    return batch;
  }

  /** One whose body has not arrived yet. */
  private static Conversation valuation(ChildService service) throws IOException {
    return Conversation.expected(
        service.address(), service.key(), "/v1/valuations", "application/json");
  }

  private static void awaitClosed(ChildService service) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () ->
                            new Socket(service.address().getHost(), service.address().getPort())
                                .close())
                    .isInstanceOf(ConnectException.class));
  }
}
