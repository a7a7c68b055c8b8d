package io.facet.training.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void adjusted_ps_are_those_of_the_books() {
    // R: p.adjust(c(.01, .04, .03, .005), "holm")
    assertThat(Holm.adjusted(new double[] {.01, .04, .03, .005}))
        .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    assertThat(Holm.adjusted(new double[] {.6, .9})).containsExactly(1, 1);
    assertThat(Holm.adjusted(new double[] {})).isEmpty();
  }

  @Test
  void the_smallest_p_has_the_strictest_level() {
    assertThat(Holm.levels(new double[] {.01, .04, .03, .005}, .05))
        .containsExactly(new double[] {.05 / 3, .05, .025, .0125}, within(1e-12));
  }

  @Property
  void correcting_never_helps_and_keeps_the_order(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> some) {
    double[] ps = some.stream().mapToDouble(p -> p).toArray();
    double[] adjusted = Holm.adjusted(ps);

    for (int i = 0; i < ps.length; i++) {
      assertThat(adjusted[i]).isBetween(ps[i], 1.0);
      for (int j = 0; j < ps.length; j++) {
        if (ps[i] < ps[j]) {
          assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
        }
      }
    }
  }

  @Property
  void as_many_are_told_as_when_one_goes_down_the_levels(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = .2) Double> some) {
    double[] ps = some.stream().mapToDouble(p -> p).toArray();
    double[] sorted = ps.clone();
    Arrays.sort(sorted);
    long down =
        IntStream.range(0, sorted.length)
            .takeWhile(rank -> sorted[rank] * (sorted.length - rank) < .05)
            .count();

    assertThat(Arrays.stream(Holm.adjusted(ps)).filter(p -> p < .05).count()).isEqualTo(down);
  }
}
