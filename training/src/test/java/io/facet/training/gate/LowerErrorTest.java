package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.training.gate.Bar.Standing;
import io.facet.training.gate.Evidence.Paired;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LowerErrorTest {

  private static final List<Diamond> STONES = Stones.random(400, 1);

  @Test
  void models_that_are_equally_good_are_told_apart_one_time_in_twenty() {
    int contests = 400;
    List<Diamond> few = STONES.subList(0, 100);

    long promoted =
        IntStream.range(0, contests)
            .filter(seed -> LowerError.of(Contests.like(few, 1, seed)).standing() == Standing.MET)
            .count();

    // 20 are expected; between 8 and 34 lie 99.9 % of all such counts.
    assertThat(promoted).isBetween(8L, 34L);
  }

  @Test
  void a_clearly_better_model_is_seen_and_a_clearly_worse_one_never() {
    for (int seed = 0; seed < 30; seed++) {
      assertThat(LowerError.of(Contests.like(STONES, .8, seed)).standing()).isEqualTo(Standing.MET);
      assertThat(LowerError.of(Contests.like(STONES, 1.25, seed)).standing())
          .isEqualTo(Standing.MISSED);
    }
  }

  @Test
  void stones_that_are_hard_for_both_hide_nothing() {
    // Errors of thousands of dollars, of which the challenger has one dollar less, stone by stone.
    double[] champion = IntStream.range(0, 200).mapToDouble(i -> 20.0 * i + 1).toArray();
    double[] challenger = IntStream.range(0, 200).mapToDouble(i -> 20.0 * i).toArray();

    LowerError bar = LowerError.of(Contests.paired(STONES, challenger, champion));

    assertThat(bar.mae() - bar.rivalMae()).isEqualTo(-1);
    assertThat(bar.atMost()).isNegative();
    assertThat(bar.standing()).isEqualTo(Standing.MET);
    assertThat(bar.sentence()).contains("version 7").endsWith("better, and by more than chance.");
  }

  @Test
  void the_same_model_is_no_better_than_itself() {
    double[] errors = IntStream.range(0, 200).mapToDouble(i -> i - 100).toArray();

    LowerError bar = LowerError.of(Contests.paired(STONES, errors, errors));

    assertThat(bar.atMost()).isZero();
    assertThat(bar.p()).isEqualTo(1);
    assertThat(bar.standing()).isEqualTo(Standing.MISSED);
    assertThat(bar.sentence()).endsWith("no better.");
  }

  @Test
  void better_by_luck_is_missed_in_words_that_say_so() {
    Paired hardlyBetter =
        IntStream.range(0, 100)
            .mapToObj(seed -> Contests.like(STONES, .995, seed))
            .filter(
                paired -> {
                  LowerError bar = LowerError.of(paired);
                  return bar.mae() < bar.rivalMae() && bar.standing() == Standing.MISSED;
                })
            .findFirst()
            .orElseThrow();

    assertThat(LowerError.of(hardlyBetter).sentence())
        .endsWith("better, but other stones could well have said the opposite.");
  }

  @Test
  void the_same_evidence_has_the_same_figures() {
    assertThat(LowerError.of(Contests.like(STONES, .99, 3)))
        .isEqualTo(LowerError.of(Contests.like(STONES, .99, 3)));
  }
}
