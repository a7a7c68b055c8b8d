package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What Prometheus reads. */
class MetricsTest {

  private static final RunningService service = RunningService.shared();
  private static final String ESTIMATES =
      "facet_usage_total{operation=\"POST /v1/estimates\",outcome=\"ok\"} ";

  @Test
  void requests_are_counted_in_a_histogram_by_route_and_status() {
    service.post("/v1/estimates", RunningService.STONE).expectStatus().isOk();
    service.client().get().uri("/v1/valuations/val_pearl").exchange().expectStatus().isNotFound();
    service.anonymous().get().uri("/v1/anything-at-all").exchange().expectStatus().isUnauthorized();

    assertThat(scraped().lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "http_server_requests_seconds_bucket{method=\"POST\",status=\"200\",uri=\"/v1/estimates\",le=\"0.25\"}"))
        .anyMatch(
            line ->
                line.startsWith(
                    "http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/v1/valuations/{id}\"}"))
        .anyMatch(
            line ->
                line.startsWith(
                    "http_server_requests_seconds_count{method=\"GET\",status=\"401\",uri=\"UNKNOWN\"}"))
        .noneMatch(line -> line.contains("anything-at-all"));
  }

  @Test
  void keys_are_counted_and_so_are_bad_ones() {
    service
        .anonymous()
        .get()
        .uri("/v1/usage")
        .header("X-API-Key", "nonsense")
        .exchange()
        .expectStatus()
        .isUnauthorized();

    assertThat(scraped())
        .contains("facet_keys_known 3.0")
        .containsPattern("facet_keys_bad_total [1-9]");
  }

  @Test
  void the_model_that_answers_and_its_age_are_told() {
    assertThat(scraped())
        .contains("facet_model_info{source=\"folder\",version=\"demo-model\"} 1")
        // 2026-11-20T08:00:00Z
        .contains("facet_model_trained_timestamp_seconds 1.7951616E9")
        .contains("facet_model_reloads_total{outcome=\"refused\"} 0.0")
        .contains("facet_registry_reachable NaN");
  }

  @Test
  void the_store_is_timed() {
    service.answer("/v1/valuations", RunningService.STONE);

    assertThat(scraped())
        .contains("facet_store_reachable 1.0")
        .containsPattern("facet_store_commit_seconds_bucket\\{le=\"5.0\"\\} [1-9]")
        .containsPattern(
            "facet_store_calls_seconds_count\\{operation=\"write\",outcome=\"ok\"\\} [1-9]");
  }

  @Test
  void what_is_billed_is_counted_once_it_is_stored() throws InterruptedException {
    service.answer("/v1/estimates", RunningService.STONE);

    for (int looks = 0; looks < 50 && scraped().contains(ESTIMATES + "0.0"); looks++) {
      Thread.sleep(100);
    }
    assertThat(scraped()).containsPattern(Pattern.quote(ESTIMATES) + "[1-9]");
  }

  @Test
  void drift_of_the_stones_that_are_asked_is_told_by_factor() {
    service.answer("/v1/valuations/batch", alikeStones());

    // What is reckoned is good for a second.
    await()
        .untilAsserted(
            () ->
                assertThat(scraped())
                    .containsPattern("facet_drift_psi\\{factor=\"carat\"\\} [1-9]\\.")
                    .containsPattern("facet_drift_psi\\{factor=\"roundness\"\\} [0-9]"));
  }

  private static String alikeStones() {
    return IntStream.range(0, 900)
        .mapToObj(i -> RunningService.STONE)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void strangers_can_not_make_series_without_end() {
    for (int i = 0; i < 30; i++) {
      service.anonymous().method(HttpMethod.valueOf("M" + i)).uri("/v1/x" + i).exchange();
    }

    assertThat(scraped()).contains("method=\"OTHER\"").doesNotContain("method=\"M1\"");
  }

  @Test
  void only_a_key_with_the_scope_metrics_reads_them() {
    scrape("demo").expectStatus().isForbidden();
    scrape("staff").expectStatus().isOk();
    service
        .anonymous()
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  private static String scraped() {
    return new String(
        Objects.requireNonNull(
            scrape("staff").expectStatus().isOk().expectBody().returnResult().getResponseBody()),
        StandardCharsets.UTF_8);
  }

  private static ResponseSpec scrape(String key) {
    return service
        .anonymous()
        .get()
        .uri("/actuator/prometheus")
        .header("X-API-Key", service.key(key))
        .exchange();
  }
}
