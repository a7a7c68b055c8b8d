package io.facet.training.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final double[] RIVAL = {290, 300, 310, 305, 295};

  @Test
  void the_test_is_that_of_nadeau_and_bengio() {
    // Differences -1 to -5: mean -3, variance 2.5, t = -3 / √((1/5 + 1/4) · 2.5) = -√8.
    Difference difference = Difference.between(new double[] {289, 298, 307, 301, 290}, RIVAL);

    assertThat(difference.usd()).isCloseTo(-3, within(1e-9));
    assertThat(difference.p()).isCloseTo(P_OF_ROOT_8_WITH_4_DEGREES, within(1e-9));
    assertThat(difference.firstIsBetter()).isTrue();
  }

  @Test
  void it_is_the_same_the_other_way_round_but_for_the_sign() {
    double[] errors = {280, 310, 302, 300, 299};

    Difference there = Difference.between(errors, RIVAL);
    Difference back = Difference.between(RIVAL, errors);

    assertThat(back.usd()).isCloseTo(-there.usd(), within(1e-9));
    assertThat(back.p()).isCloseTo(there.p(), within(1e-12));
    assertThat(there.firstIsBetter() || back.firstIsBetter()).isFalse();
  }

  @Test
  void more_folds_of_one_of_them_are_left_out() {
    double[] more = Arrays.copyOf(RIVAL, 15);

    assertThat(Difference.between(more, RIVAL)).isEqualTo(new Difference(0, 1));
  }

  @Test
  void a_difference_that_is_the_same_on_every_fold_is_no_chance() {
    double[] better = Arrays.stream(RIVAL).map(error -> error - 1).toArray();

    assertThat(Difference.between(better, RIVAL)).isEqualTo(new Difference(-1, 0));
    assertThat(Difference.between(RIVAL, RIVAL)).isEqualTo(new Difference(0, 1));
  }

  @Test
  void families_that_are_equally_good_are_seldom_told_apart() {
    Random random = new Random(5);
    int told = 0;
    for (int comparison = 0; comparison < 2_000; comparison++) {
      double[] one = random.doubles(15).toArray();
      double[] other = random.doubles(15).toArray();
      told += Difference.between(one, other).p() < .05 ? 1 : 0;
    }

    // Independent folds are the mildest case: one test in twenty would be told apart uncorrected.
    assertThat(told).isLessThan(20);
  }

  private static final double P_OF_ROOT_8_WITH_4_DEGREES = 0.04742065558;
}
