package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.evaluation.Segmentation;
import io.facet.training.gate.Bar.Standing;
import io.facet.training.gate.Evidence.Paired;
import io.facet.valuation.Stones;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Diamond;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenSegmentsTest {

  private static final List<Diamond> STONES = Stones.random(1_200, 1);

  @Test
  void a_kind_of_stone_that_pays_for_the_others_is_named() {
    EvenSegments bar = EvenSegments.of(better(.7, Color.E, 1.4));

    assertThat(bar.standing()).isEqualTo(Standing.MISSED);
    assertThat(bar.losses().stream().filter(SegmentLoss::exceeds))
        .singleElement()
        .satisfies(
            loss -> {
              assertThat(loss.by()).isEqualTo(Segmentation.COLOR);
              assertThat(loss.name()).isEqualTo("E");
              assertThat(loss.loss()).isCloseTo(40, within(15.0));
              assertThat(loss.atLeast()).isBetween(5.0, loss.loss());
            });
    assertThat(bar.sentence())
        .isEqualTo("It is worse by more than 5 %, and not by chance, on: color E.");
    assertThat(LowerError.of(better(.7, Color.E, 1.4)).standing()).isEqualTo(Standing.MET);
  }

  @Test
  void five_percent_more_are_forgiven_everywhere() {
    EvenSegments bar = EvenSegments.of(better(1.05, Color.E, 1.05));

    assertThat(bar.standing()).isEqualTo(Standing.MET);
    assertThat(bar.losses()).hasSizeGreaterThan(15);
    assertThat(bar.losses())
        .allSatisfy(loss -> assertThat(loss.loss()).isGreaterThan(loss.atLeast()));
  }

  @Test
  void looking_at_many_kinds_finds_nothing_where_there_is_nothing() {
    List<Diamond> stones = STONES.subList(0, 500);

    long missed =
        IntStream.range(0, 40)
            .filter(
                seed ->
                    EvenSegments.of(Contests.like(stones, 1.05, seed)).standing()
                        == Standing.MISSED)
            .count();

    // Two are expected where all kinds lose just what is forgiven; 7 or more are 1 in 200.
    assertThat(missed).isLessThan(7);
  }

  @Test
  void a_kind_of_few_stones_is_not_judged() {
    Paired few = Contests.like(STONES.subList(0, 99), 3, 1);

    EvenSegments bar = EvenSegments.of(few);

    assertThat(bar.losses()).isEmpty();
    assertThat(bar.standing()).isEqualTo(Standing.MET);
    assertThat(bar.sentence()).isEqualTo("No kind of stone has the 100 stones that it takes.");
    assertThat(bar.figure()).isEmpty();
  }

  @Test
  void a_champion_that_never_errs_can_only_be_equalled() {
    double[] none = new double[1_200];
    double[] some = new double[1_200];
    some[7] = 30;

    assertThat(EvenSegments.of(Contests.paired(STONES, none, none)).standing())
        .isEqualTo(Standing.MET);
    assertThat(EvenSegments.of(Contests.paired(STONES, some, none)).losses())
        .anySatisfy(loss -> assertThat(loss.loss()).isEqualTo(Double.MAX_VALUE));
  }

  /** A challenger that errs {@code ratio} times as much, and otherwise on stones of one color. */
  private static Paired better(double ratio, Color color, double there) {
    Random random = new Random(9);
    double[] champion = STONES.stream().mapToDouble(stone -> 300 * random.nextGaussian()).toArray();
    double[] challenger = new double[champion.length];
    for (int i = 0; i < champion.length; i++) {
      double factor = STONES.get(i).color() == color ? there : ratio;
      challenger[i] = factor * champion[i] * (1 + .1 * random.nextGaussian());
    }
    return Contests.paired(STONES, challenger, champion);
  }
}
