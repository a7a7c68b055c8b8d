package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the stones asked last are such as the model has learned from. */
class DriftTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ASKED = 600;

  @Test
  void few_stones_tell_nothing_and_many_of_one_kind_raise_an_alarm(@TempDir Path home) {
    try (RunningService service = RunningService.serving(home)) {
      JsonNode before = drift(service);
      assertThat(before.get("level").asString()).isEqualTo("none");
      assertThat(before.get("factors")).isEmpty();
      assertThat(before.get("trouble").asString())
          .isEqualTo("Stones asked since the start: 0. 500 or more tell something.");

      service.value(RunningService.STONE, ASKED);

      // What is reckoned is good for a second.
      Awaitility.await().until(() -> drift(service).get("stones").asInt() == ASKED);
      JsonNode after = drift(service);
      assertThat(after.get("version").asString()).isEqualTo("demo-model");
      assertThat(after.get("level").asString()).isEqualTo("alarm");
      assertThat(after.has("trouble")).isFalse();
      assertThat(after.get("factors").valueStream().map(one -> one.get("factor").asString()))
          .containsExactly(
              "carat",
              "color",
              "clarity",
              "cut",
              "depth",
              "table",
              "spread",
              "roundness",
              "height");
      JsonNode color = after.at("/factors/1");
      assertThat(color.get("level").asString()).isEqualTo("alarm");
      assertThat(sum(color, "learned")).isCloseTo(1, within(.001));
      assertThat(color.at("/bins/4/values").asString()).isEqualTo("F");
      assertThat(color.at("/bins/4/asked").asDouble()).isEqualTo(1);
    }
  }

  @Test
  void what_others_ask_is_not_for_every_key() {
    RunningService service = RunningService.shared();
    ask(service, "demo").expectStatus().isForbidden();
    ask(service, "staff").expectStatus().isOk();
  }

  private static double sum(JsonNode factor, String share) {
    return factor.get("bins").valueStream().mapToDouble(bin -> bin.get(share).asDouble()).sum();
  }

  private static ResponseSpec ask(RunningService service, String key) {
    return service
        .anonymous()
        .get()
        .uri("/v1/drift")
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static JsonNode drift(RunningService service) {
    return Objects.requireNonNull(
        JSON.readTree(ask(service, "staff").expectBody().returnResult().getResponseBody()));
  }
}
