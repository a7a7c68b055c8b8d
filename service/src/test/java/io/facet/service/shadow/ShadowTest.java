package io.facet.service.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowTest {

  @TempDir private Path folder;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Shadow shadow = new Shadow(meters);

  @Test
  void a_challenger_that_says_a_tenth_more_differs_by_a_tenth() {
    shadow.challenge(Optional.of(model("8", 6600)));

    ask(3);
    shadow.compare();

    assertThat(difference("higher").count()).isEqualTo(3);
    assertThat(difference("higher").mean()).isCloseTo(.1, within(1e-9));
    assertThat(difference("lower").count()).isZero();
  }

  @Test
  void about_one_stone_in_eight_is_compared() {
    ServedModel champion = model("7", 6000);
    shadow.challenge(Optional.of(model("8", 5400)));

    for (int i = 0; i < 8_000; i++) {
      shadow.saw(TestModel.STONE, 4_000, champion);
    }
    shadow.compare();

    // 1,000 are expected; beyond these bounds lies one run in a million.
    assertThat(difference("lower").count()).isBetween(850L, 1_150L);
  }

  @Test
  void while_it_is_behind_stones_are_dropped_and_counted() {
    shadow.challenge(Optional.of(model("8", 6600)));

    ask(Shadow.WAITING + 5);
    assertThat(meters.get("facet.shadow.dropped").counter().count()).isEqualTo(5);

    shadow.compare();
    assertThat(difference("higher").count()).isEqualTo(Shadow.WAITING);
  }

  @Test
  void another_challenger_begins_anew_and_without_one_nothing_is_kept() {
    shadow.challenge(Optional.of(model("8", 6600)));
    ask(2);
    shadow.compare();

    shadow.challenge(Optional.of(model("9", 5400)));
    ask(1);
    shadow.compare();
    assertThat(meters.find("facet.shadow.difference").tag("challenger", "8").meters()).isEmpty();
    assertThat(difference("lower").count()).isEqualTo(1);

    shadow.challenge(Optional.empty());
    shadow.saw(TestModel.STONE, 4_000, model("7", 6000));
    shadow.compare();
    assertThat(meters.find("facet.shadow.difference").meters()).isEmpty();
  }

  private void ask(int stones) {
    double price = TestModel.appraiser(6000).estimate(TestModel.STONE).price();
    for (int i = 0; i < stones; i++) {
      shadow.add(TestModel.STONE, price);
    }
  }

  private DistributionSummary difference(String direction) {
    return meters.get("facet.shadow.difference").tag("direction", direction).summary();
  }

  private ServedModel model(String version, double usdPerCarat) {
    Path written = TestModel.write(folder.resolve(version + "-" + usdPerCarat), usdPerCarat);
    return ServedModel.of(version, ModelFolder.open(written), Source.REGISTRY);
  }
}
