package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.following.ShelfRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The whole service, from a champion in the registry to answers. */
class FollowingTest {

  @TempDir Path folder;
  private ShelfRegistry registry;

  @BeforeEach
  void emptyRegistry() {
    registry = new ShelfRegistry(folder.resolve("shelf"));
  }

  @Test
  void the_service_starts_without_a_model_and_picks_it_up() {
    try (RunningService service = start()) {
      service
          .post("/v1/estimates", RunningService.STONE)
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", "5")
          .expectBody()
          .jsonPath("$.type")
          .isEqualTo("https://facet.example/problems/no-model");
      assertThat(ready(service)).isFalse();

      registry.crown("1", "aa", 6000);

      await(() -> ready(service));
      assertThat(version(service)).isEqualTo("1");
    }
  }

  @Test
  void a_promotion_is_followed_and_each_answer_names_its_model() {
    registry.crown("1", "aa", 6000);
    try (RunningService service = start()) {
      await(() -> ready(service));
      service
          .post("/v1/estimates", RunningService.STONE)
          .expectBody()
          .jsonPath("$.model.version")
          .isEqualTo("1");

      registry.crown("2", "bb", 7000);

      await(() -> version(service).equals("2"));
      service
          .post("/v1/valuations", RunningService.STONE)
          .expectBody()
          .jsonPath("$.model.version")
          .isEqualTo("2");
    }
  }

  @Test
  void the_challenger_is_compared_in_the_shadow_and_never_answers() {
    registry.crown("1", "aa", 6000);
    registry.challenge("2", "bb", 6600);
    try (RunningService service = RunningService.shadowing(folder.resolve("home"), registry)) {
      await(() -> ready(service));
      String compared =
          "(?s).*facet_shadow_difference_count\\{challenger=\"2\",direction=\"higher\"} [1-9].*";
      await(
          () -> {
            service
                .post("/v1/estimates", RunningService.STONE)
                .expectBody()
                .jsonPath("$.model.version")
                .isEqualTo("1");
            return scraped(service).matches(compared);
          });
    }
  }

  private static String scraped(RunningService service) {
    return String.valueOf(
        service
            .anonymous()
            .get()
            .uri("/actuator/prometheus")
            .header("X-API-Key", service.key("staff"))
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  @Test
  void no_request_fails_while_the_champion_moves() {
    registry.crown("1", "aa", 6000);
    try (RunningService service = start()) {
      await(() -> ready(service));
      WebClient client =
          WebClient.builder()
              .baseUrl(service.address())
              .defaultHeader("X-API-Key", service.key("demo"))
              .build();
      Mono<String> request =
          client
              .post()
              .uri("/v1/estimates")
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue(RunningService.STONE)
              .retrieve()
              .bodyToMono(String.class);
      String before = request.block();
      registry.crown("2", "bb", 7000);

      // Goes on until the new model answers; any failure ends it at once.
      Set<String> answers =
          Flux.range(0, Integer.MAX_VALUE)
              .flatMap(i -> request, 8)
              .takeUntil(answer -> answer.contains("\"version\":\"2\""))
              .collect(Collectors.toSet())
              .block(Duration.ofSeconds(20));

      String after = request.block();
      assertThat(before).contains("\"version\":\"1\"");
      assertThat(after).contains("\"version\":\"2\"");
      assertThat(answers).contains(after).isSubsetOf(before, after);
    }
  }

  @Test
  void a_start_without_the_registry_serves_the_last_good_copy_and_keys_stay_valid() {
    registry.crown("1", "aa", 6000);
    String key;
    try (RunningService service = start()) {
      await(() -> ready(service));
      key = service.key("demo");
    }
    registry.goAway();
    try (RunningService service = start()) {
      await(() -> ready(service));
      service
          .anonymous()
          .get()
          .uri("/v1/models/current")
          .header("Authorization", "Bearer " + key)
          .exchange()
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.version")
          .isEqualTo("1")
          .jsonPath("$.source")
          .isEqualTo("cache");
      await(() -> readiness(service).contains("The registry is away."));

      registry.comeBack();

      await(() -> readiness(service).contains("\"source\":\"registry\""));
    }
  }

  private RunningService start() {
    return RunningService.following(folder.resolve("home"), registry);
  }

  private static boolean ready(RunningService service) {
    return readiness(service).contains("\"version\"");
  }

  private static String readiness(RunningService service) {
    return text(service, "/actuator/health/readiness");
  }

  private static String version(RunningService service) {
    return text(service, "/v1/models/current").replaceAll(".*\"version\":\"([^\"]*)\".*", "$1");
  }

  private static String text(RunningService service, String path) {
    byte[] body =
        service.client().get().uri(path).exchange().expectBody().returnResult().getResponseBody();
    return new String(body, StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
