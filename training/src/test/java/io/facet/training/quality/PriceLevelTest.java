package io.facet.training.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Estimate;
import io.facet.valuation.PriceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PriceLevelTest {

  @Property(tries = 200)
  void the_median_is_that_of_all_prices_to_a_thousandth(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
    Random random = new Random(seed);
    double[] ratios =
        random.doubles(count).map(share -> Math.exp(8 * share - 4)).sorted().toArray();
    PriceLevel.Tally tally = new PriceLevel.Tally();
    Arrays.stream(ratios).forEach(ratio -> tally.add(priced(ratio)));

    double median = ratios[(count + 1) / 2 - 1];
    assertThat(tally.level().medianRatio()).isCloseTo(median, within(.0006 * median));
    assertThat(tally.level().heldPercent())
        .isEqualTo(
            100.0
                * Arrays.stream(ratios).filter(ratio -> ratio >= .8 && ratio <= 1.25).count()
                / count);
  }

  @Test
  void few_prices_are_no_level() {
    assertThat(new PriceLevel(PriceLevel.ENOUGH - 1, 7, 0).findings()).isEmpty();
    assertThat(new PriceLevel(PriceLevel.ENOUGH, 7, 0).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.PRICE_LEVEL, Rule.PRICES_SCATTERED);
  }

  @Test
  void a_level_that_moved_a_little_is_a_warning_and_none_that_is_where_it_was() {
    assertThat(new PriceLevel(1_000, 1.08, 85).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.PRICE_LEVEL_ODD);
    assertThat(new PriceLevel(1_000, .98, 88).findings()).isEmpty();
  }

  @Test
  void prices_beyond_all_reason_are_still_prices() {
    PriceLevel.Tally tally = new PriceLevel.Tally();
    tally.add(priced(1e-300));
    tally.add(priced(1e300));
    tally.add(priced(1e300));

    assertThat(tally.level().medianRatio()).isGreaterThan(1e5);
  }

  private static JudgedPrice priced(double ratio) {
    return new JudgedPrice(
        1_000 * ratio, new Estimate(1_000, new PriceRange(800, 1_250, .9), List.of()));
  }
}
