package io.facet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.valuation.Stones;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

  private static final List<Priced> PRICED = priced(400, 3);

  @Test
  void wilsons_interval_is_the_one_of_the_books() {
    // Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I.
    same(Interval.wilson(81, 263), .2553, .3662);
    same(Interval.wilson(15, 148), .0624, .1605);
    same(Interval.wilson(0, 20), 0, .1611);
    same(Interval.wilson(1, 29), .0061, .1718);
  }

  @Test
  void wilsons_interval_holds_the_share_and_no_more_than_all() {
    for (int stones = 1; stones < 60; stones++) {
      for (int held = 0; held <= stones; held++) {
        Interval interval = Interval.wilson(held, stones);
        double share = (double) held / stones;
        assertThat(interval.low()).isLessThanOrEqualTo(share).isGreaterThanOrEqualTo(-1e-15);
        assertThat(interval.high()).isGreaterThanOrEqualTo(share).isLessThanOrEqualTo(1 + 1e-15);
      }
    }
  }

  @Test
  void bootstrap_intervals_contain_their_figures() {
    for (Segmentation segmentation : Segmentation.values()) {
      segmentation
          .split(PRICED)
          .forEach(
              (name, stones) -> {
                Map<String, Double> figures = Figures.of(stones).named();
                Bootstrap.of(stones)
                    .forEach(
                        (figure, interval) ->
                            assertThat(figures.get(figure))
                                .as(name + " " + figure)
                                .isBetween(interval.low(), interval.high()));
              });
    }
  }

  @Test
  void the_bootstrap_of_a_mean_agrees_with_theory() {
    double mae = Figures.of(PRICED).mae();
    double variance =
        PRICED.stream().mapToDouble(one -> Math.pow(Math.abs(one.error()) - mae, 2)).sum()
            / (PRICED.size() - 1);
    double half = 1.96 * Math.sqrt(variance / PRICED.size());

    same(
        Objects.requireNonNull(Bootstrap.of(PRICED).get("mae_usd")),
        mae - half,
        mae + half,
        .2 * half);
  }

  @Test
  void the_same_stones_have_the_same_intervals_and_too_few_have_none() {
    assertThat(Bootstrap.of(PRICED)).isEqualTo(Bootstrap.of(priced(400, 3)));
    assertThat(Bootstrap.of(PRICED.subList(0, Bootstrap.FEWEST - 1))).isEmpty();
    assertThat(Bootstrap.of(PRICED.subList(0, Bootstrap.FEWEST)))
        .containsOnlyKeys(Figures.of(PRICED).named().keySet());
  }

  @Test
  void every_segmentation_puts_every_stone_into_one_segment() {
    for (Segmentation segmentation : Segmentation.values()) {
      Map<String, List<Priced>> segments = segmentation.split(PRICED);

      assertThat(segments.values()).noneMatch(List::isEmpty);
      assertThat(segments.values().stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(PRICED);
    }
    assertThat(Segmentation.COLOR.split(PRICED))
        .containsOnlyKeys("D", "E", "F", "G", "H", "I", "J");
    assertThat(
            Segmentation.PRICE.split(List.of(new Priced(Stones.EXAMPLE, 1_000, 990, 900, 1_100))))
        .containsOnlyKeys("1,000–2,500 USD");
  }

  @Test
  void deciles_rise_and_their_means_are_means() {
    List<Decile> deciles = Decile.of(PRICED);

    assertThat(deciles).hasSize(10).allMatch(decile -> decile.stones().size() == 40);
    assertThat(deciles).extracting(Decile::estimate).isSorted();
    Decile exact =
        new Decile(
            List.of(
                new Priced(Stones.EXAMPLE, 100, 110, 90, 120),
                new Priced(Stones.EXAMPLE, 130, 120, 100, 140)));
    assertThat(exact.estimate()).isEqualTo(115);
    assertThat(exact.appraised()).isEqualTo(115);
    // Gaps -10 and +10: their standard deviation is √200, their mean's standard error 10.
    same(exact.gapInterval(), -19.6, 19.6, .01);
    assertThat(Decile.of(PRICED.subList(0, 3))).hasSize(3);
  }

  private static void same(Interval interval, double low, double high) {
    same(interval, low, high, .00006);
  }

  private static void same(Interval interval, double low, double high, double off) {
    assertThat(interval.low()).isCloseTo(low, within(off));
    assertThat(interval.high()).isCloseTo(high, within(off));
  }

  /** Stones whose estimates are about 10 % off. */
  private static List<Priced> priced(int count, long seed) {
    Random random = new Random(seed);
    List<Priced> priced = new ArrayList<>();
    for (Diamond stone : Stones.random(count, seed)) {
      double estimate = Stones.appraiser(Stones.linear()).estimate(stone).price();
      double appraised = estimate * Math.exp(.1 * random.nextGaussian());
      priced.add(new Priced(stone, appraised, estimate, .85 * estimate, 1.15 * estimate));
    }
    return priced;
  }
}
