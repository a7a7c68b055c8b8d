package io.facet.service.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.service.models.CurrentModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDriftTest {

  private static final List<Diamond> LEARNED =
      TestModel.collection(950).stream().map(Appraisal::stone).toList();

  @TempDir private Path folder;
  private final CurrentModel current = new CurrentModel(model -> {});
  private final RecentStones recent = new RecentStones();
  private Instant now = Instant.EPOCH;
  private final LiveDrift drift = new LiveDrift(current, recent, () -> now);
  private ServedModel model;

  @BeforeEach
  void serve() {
    Path written = TestModel.write(folder.resolve("model"), 6000, TestModel.collection(950));
    model = ServedModel.of("1", ModelFolder.open(written), Source.FOLDER);
    current.serve(model);
  }

  @Test
  void stones_such_as_the_model_has_learned_from_have_not_moved() {
    LEARNED.forEach(this::ask);

    for (Factor factor : Factor.values()) {
      assertThat(drift.psi(factor)).as(factor.label()).isBetween(0.0, 1e-9);
    }
  }

  @Test
  void heavier_stones_are_seen_in_their_weight_and_not_in_their_color() {
    for (int i = 0; i < 5; i++) {
      LEARNED.stream().filter(stone -> stone.carat() > 1).forEach(this::ask);
    }

    assertThat(drift.psi(Factor.CARAT)).isGreaterThan(.25);
    assertThat(drift.psi(Factor.COLOR)).isLessThan(.05);
  }

  @Test
  void few_stones_tell_nothing() {
    LEARNED.stream().limit(LiveDrift.FEWEST - 1).forEach(this::ask);
    assertThat(drift.psi(Factor.CARAT)).isNaN();

    ask(LEARNED.getLast());
    now = now.plusSeconds(2);
    assertThat(drift.psi(Factor.CARAT)).isNotNaN();
  }

  @Test
  void only_the_stones_asked_last_count() {
    for (int i = 0; i < 10; i++) {
      LEARNED.stream().filter(stone -> stone.carat() > 1).forEach(this::ask);
    }
    for (int asked = 0; asked < RecentStones.KEPT; asked++) {
      ask(LEARNED.get(asked % LEARNED.size()));
    }

    assertThat(recent.stones()).hasSize(RecentStones.KEPT);
    assertThat(drift.psi(Factor.CARAT)).isLessThan(.01);
  }

  @Test
  void a_model_without_a_profile_tells_nothing() {
    LEARNED.forEach(this::ask);
    Path bare = TestModel.write(folder.resolve("bare"), 6000);
    current.serve(ServedModel.of("2", ModelFolder.open(bare), Source.FOLDER));

    assertThat(drift.psi(Factor.CARAT)).isNaN();
  }

  private void ask(Diamond stone) {
    recent.saw(stone, 1_000, model);
  }
}
