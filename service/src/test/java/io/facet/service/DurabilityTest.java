package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.TestModel;
import io.facet.service.store.TestPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after kill -9 in the middle of it. */
class DurabilityTest {

  private static final int CLIENTS = 16;
  private static final int ENOUGH = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void no_acknowledged_valuation_is_lost_with_h2(@TempDir Path home) throws Exception {
    survives(home, Map.of());
  }

  @Test
  void no_acknowledged_valuation_is_lost_with_postgresql(@TempDir Path home) throws Exception {
    survives(home, Map.of("FACET_DATABASE", TestPostgres.address()));
  }

  private void survives(Path home, Map<String, String> environment) throws Exception {
    Path model = TestModel.write(home.resolve("model"), 6000);
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    try (ChildService service = ChildService.start(home, model, environment)) {
      CountDownLatch enough = new CountDownLatch(ENOUGH);
      CountDownLatch dead = new CountDownLatch(CLIENTS);
      for (int i = 0; i < CLIENTS; i++) {
        Thread.ofVirtual().start(() -> valueUntilDeath(service, acknowledged, enough, dead));
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
      service.kill();
      assertThat(dead.await(60, TimeUnit.SECONDS)).isTrue();
    }

    try (ChildService service = ChildService.start(home, model, environment)) {
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
      for (Map.Entry<String, String> valuation : acknowledged.entrySet()) {
        HttpResponse<String> found = send(service.request(valuation.getKey()).GET().build());
        assertThat(found.statusCode()).as(valuation.getKey()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(valuation.getValue());
      }
    }
  }

  private void valueUntilDeath(
      ChildService service,
      Map<String, String> acknowledged,
      CountDownLatch enough,
      CountDownLatch dead) {
    HttpRequest request =
        service
            .request("/v1/valuations")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RunningService.STONE))
            .build();
    try {
      while (true) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == 201) {
          acknowledged.put(answer.headers().firstValue("Location").orElseThrow(), answer.body());
          enough.countDown();
        }
      }
    } catch (IOException e) {
      dead.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
