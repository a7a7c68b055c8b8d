package io.facet.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Property
  void every_stone_lies_in_one_bin_and_no_bin_is_empty(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 30) Integer> some) {
    double[] values = some.stream().mapToDouble(i -> i).toArray();

    Distribution tenths = Distribution.tenths(values, edge -> "" + edge);

    assertThat(tenths.stones()).isEqualTo(values.length);
    assertThat(tenths.counts()).allMatch(count -> count > 0).hasSizeLessThanOrEqualTo(10);
    for (double value : values) {
      int bin = tenths.bin(value);
      assertThat(bin == 0 || tenths.edges().get(bin - 1) <= value).isTrue();
      assertThat(bin == tenths.edges().size() || value < tenths.edges().get(bin)).isTrue();
    }
  }

  @Test
  void tenths_hold_a_tenth_each_and_say_from_where_to_where() {
    double[] carats = IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 100.0).toArray();

    Distribution tenths = Distribution.tenths(carats, Factor.CARAT::format);

    assertThat(tenths.counts()).hasSize(10).allMatch(count -> count == 10);
    assertThat(tenths.labels())
        .startsWith("below 0.11 ct", "0.11 ct to 0.21 ct")
        .endsWith("from 0.91 ct");
    assertThat(tenths.bin(-7)).isZero();
    assertThat(tenths.bin(50)).isEqualTo(9);
  }

  @Test
  void grades_are_bins_even_where_no_stone_has_one() {
    double[] clarities = {0, 3, 3, 7};

    Distribution grades = Distribution.grades(Factor.CLARITY, clarities);

    assertThat(grades.labels())
        .isEqualTo(Arrays.stream(Clarity.values()).map(Clarity::spelling).toList());
    assertThat(grades.counts()).containsExactly(1L, 0L, 0L, 2L, 0L, 0L, 0L, 1L);
    assertThat(grades.percents().get(3)).isEqualTo(50);
  }

  @Test
  void values_that_are_all_alike_make_one_bin() {
    assertThat(
            Distribution.tenths(
                    new double[] {57, 57, 57}, edge -> String.format(Locale.ROOT, "%.0f", edge))
                .labels())
        .containsExactly("all");
  }

  @Test
  void what_is_no_distribution_is_refused() {
    assertThatThrownBy(() -> new Distribution(List.of(1.0), List.of("a"), List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Distribution(List.of(2.0, 1.0), List.of("a", "b", "c"), List.of(1L, 1L, 1L)))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> new Distribution(List.of(1.0), List.of("a", "b"), List.of(1L, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
