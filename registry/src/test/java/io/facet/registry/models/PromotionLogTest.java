package io.facet.registry.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionLogTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "1, ''",
    "1 2 3, 2",
    "1 2 3 2, 1",
    "1 2 3 2 1, ''",
    "1 2 1 3, 1",
    "1 2 3 1, 3",
    "1 2 3 1 3, 2",
    "1 2 1 2, 1"
  })
  void going_back_leads_to_the_champion_before_this_one_rose(String champions, String before) {
    PromotionLog log =
        new PromotionLog(
            Arrays.stream(champions.split(" "))
                .filter(version -> !version.isEmpty())
                .map(
                    version ->
                        new Promotion(version, Optional.empty(), Instant.EPOCH, "Ada", "better"))
                .toList());

    assertThat(log.before().orElse("")).isEqualTo(before);
  }
}
