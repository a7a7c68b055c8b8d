package io.facet.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingTest {

  private final Polling polling = new Polling(Duration.ofSeconds(5));

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "2, 20", "3, 40", "4, 60", "1000, 60"})
  void it_looks_ever_more_rarely_while_looking_fails(int failures, int seconds) {
    assertThat(polling.pause(failures).toMillis()).isBetween(seconds * 800L, seconds * 1200L);
  }

  @Test
  void services_that_started_together_do_not_stay_together() {
    assertThat(IntStream.range(0, 50).mapToObj(i -> polling.pause(0)).distinct().count())
        .isGreaterThan(10);
  }

  @Test
  void an_operator_may_choose_to_look_more_rarely_than_once_a_minute() {
    assertThat(new Polling(Duration.ofHours(1)).pause(3))
        .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
  }
}
