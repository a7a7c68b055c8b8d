package io.facet.training.quality;

import static io.facet.training.quality.BatchFile.HEADER;
import static io.facet.training.quality.BatchFile.STONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectorTest {

  private static final Appraisal KNOWN = new Appraisal(Stones.EXAMPLE, 3649);

  @TempDir private Path folder;

  @Test
  void the_newer_price_of_a_stone_wins_and_both_are_kept() {
    Inspection inspection =
        without(KnownStones.none(), HEADER + STONE + STONE.replace("3649", "3800"));

    Appraisal newer = new Appraisal(Stones.EXAMPLE, 3800);
    assertThat(inspection.accepted()).containsExactly(newer);
    assertThat(inspection.reappraisals()).containsExactly(new Reappraisal(KNOWN, newer, 3));
    assertThat(inspection.counts()).isEqualTo(new Counts(2, 1, 0, 0, 0, 1));
    assertThat(inspection.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.reason()).isEqualTo("is $3,800 now, and was $3,649 before"));
  }

  @Test
  void a_stone_that_was_known_before_is_a_reappraisal_at_another_price_and_else_a_duplicate() {
    KnownStones known = KnownStones.of(List.of(KNOWN));

    Inspection same = without(known, HEADER + STONE);
    Inspection other = without(known, HEADER + STONE.replace("3649", "3800"));

    assertThat(same.accepted()).isEmpty();
    assertThat(same.counts().duplicates()).isEqualTo(1);
    assertThat(same.broken()).containsOnlyKeys(Rule.DUPLICATE, Rule.NOTHING_NEW);
    assertThat(other.accepted()).extracting(Appraisal::price).containsExactly(3800.0);
    assertThat(other.reappraisals()).extracting(Reappraisal::earlier).containsExactly(KNOWN);
    assertThat(other.counts().superseded()).isZero();
  }

  @Test
  void a_newer_price_that_is_bad_leaves_the_older_one_alone() {
    Inspection inspection =
        Inspector.with(Champion.MODEL, KnownStones.none())
            .inspect(write(HEADER + STONE.repeat(4) + STONE.replace("3649", "36490")));

    assertThat(inspection.accepted()).containsExactly(KNOWN);
    assertThat(inspection.reappraisals()).isEmpty();
    assertThat(inspection.setAside())
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.rule()).isEqualTo(Rule.PRICE_FAR);
              assertThat(bad.line()).isEqualTo(6);
              assertThat(bad.value()).isEqualTo("36490");
              assertThat(bad.reason()).contains("$36,490 is").endsWith(": a digit too many?");
            });
  }

  @Test
  void the_champion_may_not_contradict_an_expert_about_stones_that_it_has_never_seen() {
    String big = "8.50,Ideal,D,IF,61.5,56,%d,13.0,13.05,8.01\n";
    double estimate =
        Champion.MODEL
            .estimate(
                without(KnownStones.none(), HEADER + big.formatted(1))
                    .accepted()
                    .getFirst()
                    .stone())
            .price();

    Inspection thrice = with(HEADER + big.formatted(Math.round(3 * estimate)));
    Inspection tenfold = with(HEADER + big.formatted(Math.round(10 * estimate)));

    assertThat(thrice.accepted()).hasSize(1);
    assertThat(thrice.prices()).isEmpty();
    assertThat(tenfold.broken()).containsKey(Rule.PRICE_FAR_UNFAMILIAR);
    assertThat(tenfold.isRefused()).isTrue();
  }

  @Test
  void a_refused_file_gives_nothing_to_learn_from_and_still_says_what_is_sound() {
    Inspection inspection = without(KnownStones.none(), HEADER + STONE + STONE.replace("F", "Q"));

    assertThat(inspection.isRefused()).isTrue();
    assertThat(inspection.accepted()).isEmpty();
    assertThat(inspection.counts().accepted()).isEqualTo(1);
    assertThat(inspection.source().accepted()).isZero();
    assertThat(inspection.refusals().getFirst().reason())
        .startsWith("1 of 2 appraised rows (50.0 %) can't be used; most often as in line 3: color");
  }

  @Test
  void provenance_names_the_file_by_its_bytes_and_counts_all_that_was_left_out() {
    Inspection inspection =
        without(KnownStones.none(), HEADER + STONE + STONE + STONE.replace("3649", "-1"));

    assertThat(inspection.source().sha256()).hasSize(64).isEqualTo(inspection.sha256());
    assertThat(inspection.source())
        .extracting("name", "rows", "accepted", "unappraised", "setAside")
        .containsExactly("batch.csv", 3L, 1L, 1L, 1L);
  }

  @Test
  void however_much_is_wrong_the_first_findings_are_kept_and_all_are_counted_and_told() {
    int bad = 3 * Inspection.KEPT;
    List<Finding> told = new ArrayList<>();
    Inspection inspection =
        Inspector.without(KnownStones.none())
            .inspect(
                write(HEADER + STONE.replace("VS1", "VS9").repeat(bad)),
                new Bystander() {
                  @Override
                  public void found(Finding finding) {
                    told.add(finding);
                  }
                });

    assertThat(inspection.setAside()).hasSize(Inspection.KEPT);
    assertThat(inspection.broken()).containsEntry(Rule.GRADE, (long) bad);
    assertThat(inspection.found(Severity.SET_ASIDE)).isEqualTo(bad);
    assertThat(told).hasSize(bad + 1).last().isEqualTo(inspection.refusals().getFirst());
  }

  @Test
  void what_is_no_file_is_refused_like_any_other() {
    for (Path nothing : List.of(folder.resolve("nowhere.csv"), folder)) {
      Inspection inspection = Inspector.without(KnownStones.none()).inspect(nothing);

      assertThat(inspection.isRefused()).isTrue();
      assertThat(inspection.sha256()).isEmpty();
      assertThat(inspection.counts().rows()).isZero();
    }
  }

  @Test
  void a_cell_of_a_megabyte_is_shortened_before_anyone_keeps_it() {
    Inspection inspection =
        without(KnownStones.none(), HEADER + STONE.replace("Ideal", "I".repeat(1_000_000)));

    assertThat(inspection.setAside().getFirst().value()).hasSizeLessThan(100);
    assertThat(inspection.setAside().getFirst().reason()).hasSizeLessThan(300);
  }

  private Inspection without(KnownStones known, String text) {
    return Inspector.without(known).inspect(write(text));
  }

  private Inspection with(String text) {
    return Inspector.with(Champion.MODEL, KnownStones.none()).inspect(write(text));
  }

  private Path write(String text) {
    return BatchFile.write(folder.resolve("batch.csv"), text);
  }
}
