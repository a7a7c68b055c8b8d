package io.facet.training.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final Distribution TENTHS =
      distribution(IntStream.range(0, 10).mapToObj(i -> 500L).toList());

  @Test
  void the_index_is_that_of_the_books() {
    // (.5 - .2) ln(.5/.2) + (.5 - .8) ln(.5/.8) = .41589, but for half a stone a bin.
    Shift shift = shift(distribution(List.of(20_000L, 80_000L)), List.of(50_000L, 50_000L));

    assertThat(shift.psi()).isCloseTo(.41589, within(.0001));
    assertThat(shift.byChance()).isCloseTo(1 / 100_000.0 + 1 / 100_000.0, within(1e-12));
    // The 99.9 % quantile of chi-square with one degree of freedom.
    assertThat(shift.chanceReaches()).isCloseTo(10.8276 * 2e-5, within(1e-8));
    assertThat(shift.level()).isEqualTo(Level.ALARM);
  }

  @Test
  void small_batches_of_the_same_stones_raise_no_alarm() {
    Random random = new Random(3);
    int raised = 0;
    double indices = 0;
    for (int batch = 0; batch < 2_000; batch++) {
      Shift shift = shift(TENTHS, drawn(random, 60, 10));
      indices += shift.psi() / 2_000;
      raised += shift.level() == Level.NONE ? 0 : 1;
    }

    // Above the usual .1 on average, although nothing has moved: what the correction is for.
    assertThat(indices).isGreaterThan(.1);
    assertThat(indices).isCloseTo(9 * (1 / 60.0 + 1 / 5_000.0), within(.03));
    // Two in 2,000 are expected; 11 or more are 1 in 100,000.
    assertThat(raised).isLessThan(11);
  }

  @Test
  void the_same_shift_alarms_once_there_are_stones_enough_to_see_it() {
    // Nothing in the lower half any more: an index of far more than .25.
    assertThat(shift(TENTHS, upperHalf(2)).level()).isEqualTo(Level.NONE);
    assertThat(shift(TENTHS, upperHalf(10)).level()).isEqualTo(Level.ALARM);
    assertThat(shift(TENTHS, upperHalf(1_000)).level()).isEqualTo(Level.ALARM);
  }

  @Test
  void a_middling_shift_is_a_warning_and_a_slight_one_nothing_however_many_stones() {
    List<Long> middling =
        List.of(
            40_000L, 65_000L, 100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 125_000L,
            190_000L);
    List<Long> slight =
        List.of(
            90_000L, 90_000L, 100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 110_000L,
            110_000L);

    assertThat(shift(TENTHS, middling).psi()).isBetween(.11, .25);
    assertThat(shift(TENTHS, middling).level()).isEqualTo(Level.WARNING);
    assertThat(shift(TENTHS, slight).psi()).isGreaterThan(shift(TENTHS, slight).byChance());
    assertThat(shift(TENTHS, slight).level()).isEqualTo(Level.NONE);
  }

  @Property(tries = 300)
  void the_index_is_never_below_zero_and_the_same_both_ways(
      @ForAll @Size(10) List<@IntRange(max = 500) Integer> one,
      @ForAll @Size(10) List<@IntRange(max = 500) Integer> other) {
    Distribution a = distribution(one.stream().map(i -> i + 1L).toList());
    Distribution b = distribution(other.stream().map(i -> i + 1L).toList());

    double there = Shift.of("a", "a", a, b).psi();

    assertThat(there).isNotNegative();
    assertThat(Shift.of("a", "a", b, a).psi()).isCloseTo(there, within(1e-9));
    assertThat(Shift.of("a", "a", a, a).psi()).isZero();
  }

  @Test
  void the_bin_that_has_changed_most_is_named() {
    assertThat(shift(TENTHS, upperHalf(10)).change())
        .isEqualTo("bin 0: 10.0 % learned, 0.0 % here");
  }

  @Test
  void values_that_are_all_alike_can_not_move() {
    Distribution one = new Distribution(List.of(), List.of("all"), List.of(5_000L));

    assertThat(Shift.of("table", "table", one, one.withCounts(new long[] {100})).level())
        .isEqualTo(Level.NONE);
  }

  private static List<Long> upperHalf(int each) {
    return IntStream.range(0, 10).mapToObj(i -> i < 5 ? 0L : each).toList();
  }

  private static List<Long> drawn(Random random, int stones, int bins) {
    long[] counts = new long[bins];
    for (int i = 0; i < stones; i++) {
      counts[random.nextInt(bins)]++;
    }
    return Arrays.stream(counts).boxed().collect(Collectors.toList());
  }

  private static Shift shift(Distribution learned, List<Long> batch) {
    return Shift.of(
        "weight",
        "weight",
        learned,
        learned.withCounts(batch.stream().mapToLong(i -> i).toArray()));
  }

  private static Distribution distribution(List<Long> counts) {
    return new Distribution(
        IntStream.range(1, counts.size()).mapToObj(i -> (double) i).toList(),
        IntStream.range(0, counts.size()).mapToObj(i -> "bin " + i).toList(),
        counts);
  }
}
