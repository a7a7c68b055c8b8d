package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.training.evaluation.Priced;
import io.facet.training.gate.Evidence.Incomparable;
import io.facet.training.gate.Evidence.Paired;
import io.facet.training.gate.Evidence.Unopposed;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

  private static final List<Diamond> STONES = Stones.random(1_000, 4);

  @TempDir private Path parent;

  @Test
  void without_a_champion_the_challenger_is_judged_by_its_own_prices_out_of_fold() {
    Evidence evidence = Evidence.of(folder("one", STONES), Optional.empty(), List.of());

    assertThat(evidence).isInstanceOf(Unopposed.class);
    assertThat(evidence.words()).isEqualTo("1,000 stones out of fold");
    assertThat(evidence.challenger()).extracting(Priced::stone).isEqualTo(STONES);
  }

  @Test
  void models_of_other_files_are_compared_on_the_stones_that_both_know() {
    Paired paired =
        (Paired)
            Evidence.of(
                folder("new", STONES.subList(100, 1_000)),
                rival(folder("old", STONES.subList(0, 900))),
                List.of());

    assertThat(paired.words()).isEqualTo("800 stones that both priced out of fold");
    assertThat(paired.challenger()).extracting(Priced::stone).isEqualTo(STONES.subList(100, 900));
  }

  @Test
  void too_few_common_stones_compare_nothing() {
    Evidence evidence =
        Evidence.of(
            folder("new", STONES.subList(500, 1_000)),
            rival(folder("old", STONES.subList(0, 999))),
            List.of());

    assertThat(((Incomparable) evidence).why())
        .contains("499 in common, and 500 are needed")
        .contains("./facet promote");
    assertThat(evidence.challenger()).hasSize(500);
  }

  @Test
  void a_gate_set_that_is_large_enough_takes_the_place_of_folds() {
    List<Appraisal> enough = Contests.appraised(GateSet.ENOUGH, 9);

    Evidence before =
        Evidence.of(folder("new", STONES), rival(folder("old", STONES)), enough.subList(1, 1_500));
    Paired after =
        (Paired) Evidence.of(folder("new2", STONES), rival(folder("old2", STONES)), enough);

    assertThat(before.words()).contains("out of fold");
    assertThat(after.words()).isEqualTo("1,500 stones of the gate set");
    assertThat(after.challenger().getFirst().estimate())
        .isEqualTo(TestModel.appraiser(6_000).estimate(enough.getFirst().stone()).price());
  }

  @Test
  void stones_of_the_gate_set_that_a_model_has_learned_from_all_the_same_do_not_count()
      throws IOException {
    List<Appraisal> gateSet = Contests.appraised(1_600, 9);
    ModelFolder byHand = folder("old", STONES);
    ModelFolder.write(byHand.path(), gateSet.subList(0, 50));
    ModelFolder.seal(byHand.path());

    Evidence evidence =
        Evidence.of(folder("new", STONES), rival(ModelFolder.open(byHand.path())), gateSet);

    assertThat(evidence.words()).isEqualTo("1,550 stones of the gate set");
  }

  @Test
  void a_folder_that_an_earlier_facet_wrote_is_told_so() {
    ModelFolder old = ModelFolder.open(TestModel.write(parent.resolve("old"), 6_000));

    Evidence evidence = Evidence.of(folder("new", STONES), rival(old), List.of());

    assertThat(((Incomparable) evidence).why())
        .startsWith("The folder of version 7 holds no out-of-fold prices")
        .contains("train it again");
  }

  @Test
  void a_champion_that_is_damaged_meanwhile_is_told_and_the_challenger_keeps_its_stones()
      throws IOException {
    ModelFolder old = folder("old", STONES);
    Files.writeString(old.path().resolve("training/out-of-fold.csv"), "carat\n");

    Evidence evidence = Evidence.of(folder("new", STONES), rival(old), List.of());

    assertThat(((Incomparable) evidence).why()).contains("out-of-fold.csv is damaged");
    assertThat(evidence.challenger()).hasSize(1_000);
  }

  @Test
  void stones_that_are_not_the_same_on_both_sides_are_refused() {
    List<Priced> some = Contests.priced(STONES, new double[10]);

    assertThatThrownBy(() -> new Paired("ten", "version 7", some, some.reversed()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Paired("ten", "version 7", some, new ArrayList<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ModelFolder folder(String name, List<Diamond> stones) {
    return Contests.folder(parent.resolve(name), stones, 5);
  }

  private static Optional<Rival> rival(ModelFolder folder) {
    return Optional.of(new Rival("version 7", folder));
  }
}
