package io.facet.training.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.ReferenceStone;
import io.facet.valuation.file.ModelFile;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainedTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:30:15.123Z");

  private static Trained trained;

  @BeforeAll
  static void train() {
    ModelFamily family = Families.named("linear", true).orElseThrow();
    TrainingData data = Collection.data();
    CrossValidation validation = CrossValidation.of(family, data.stones(), 7, done -> {});
    trained = Trained.refit(family, data, validation, 7, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void the_reference_is_a_possible_stone_in_the_middle_of_the_collection() {
    ReferenceStone reference = trained.appraiser().reference();

    assertThat(reference.stone())
        .isEqualTo(new Diamond(.7, Cut.IDEAL, Color.G, Clarity.SI1, 61.8, 57, 5.7, 5.72, 3.53));
    assertThat(reference.name())
        .isEqualTo("the typical stone of the collection, 0.70 ct G SI1 Ideal");
  }

  @Test
  void golden_stones_go_from_the_lightest_to_the_heaviest() {
    List<Diamond> golden = trained.golden();

    assertThat(golden).hasSize(20).isSortedAccordingTo(Comparator.comparingDouble(Diamond::carat));
    assertThat(golden.getFirst().carat()).isLessThan(.25);
    assertThat(golden.getLast().carat()).isGreaterThan(3);
    assertThat(ModelFile.read(ModelFile.write(trained.appraiser(), golden)).estimate(golden.get(3)))
        .isEqualTo(trained.appraiser().estimate(golden.get(3)));
  }

  @Test
  void provenance_says_when_how_and_from_what() {
    assertThat(trained.provenance().trainedAt()).isEqualTo("2026-11-24T02:30:15Z");
    assertThat(trained.provenance().seed()).isEqualTo(7);
    assertThat(trained.provenance().data()).isEqualTo(Collection.data().sources());
    assertThat(trained.provenance().metrics())
        .containsAllEntriesOf(trained.validation().figures().named())
        .containsAllEntriesOf(trained.rising().named());
    assertThat(trained.provenance().metrics().keySet())
        .startsWith("r2", "mae_usd")
        .endsWith("falls_on_grid", "falls_on_grid_percent", "falls_around_stones_percent");
    assertThat(trained.provenance().versions())
        .containsKeys("jdk", "os")
        .containsEntry("smile", "6.3.0");
  }
}
