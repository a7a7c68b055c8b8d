package io.facet.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimedIdsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:00.123Z");
  private final TimedIds ids = new TimedIds("val_", Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void an_id_holds_the_time_and_32_hexadecimal_digits() {
    TimedIds.TimedId id = ids.next();

    assertThat(id.text()).matches("val_[0-9a-f]{32}");
    assertThat(id.at()).isEqualTo(NOW);
  }

  @Test
  void ids_of_the_same_millisecond_rise() {
    List<String> made = Stream.generate(ids::next).limit(1000).map(id -> id.text()).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void an_id_of_later_is_greater() {
    String later =
        new TimedIds("val_", Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC)).next().text();

    assertThat(later).isGreaterThan(ids.next().text());
  }
}
