package io.facet.training.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {

  @Test
  void all_come_in_order_and_then_again() {
    Turn<String> turn = new Turn<>(List.of("light", "heavy"));

    assertThat(Stream.generate(turn::next).limit(5))
        .containsExactly("light", "heavy", "light", "heavy", "light");
  }
}
