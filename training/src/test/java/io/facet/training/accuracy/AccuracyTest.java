package io.facet.training.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.training.families.Families;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  private static final List<Appraisal> STONES = Collection.data().stones();

  @Test
  void a_family_is_asked_about_every_unseen_stone_and_its_reasons_multiply_to_its_prices() {
    Split split = Split.draw(STONES, 2_000, 1);

    Accuracy accuracy =
        Accuracy.of(Families.named("linear", true).orElseThrow(), split, 1, done -> {});

    assertThat(accuracy.family()).isEqualTo("linear");
    assertThat(accuracy.outOfFold().stones()).isEqualTo(split.learned().size());
    assertThat(accuracy.unseen().stones()).isEqualTo(split.unseen().size());
    assertThat(accuracy.unseen().r2()).isBetween(.9, .97);
    assertThat(accuracy.unseen().coverage()).isBetween(87.0, 93.0);
    assertThat(accuracy.unseenByCarat().values().stream().mapToLong(band -> band.stones()).sum())
        .isEqualTo(split.unseen().size());
    assertThat(accuracy.widthToConstant()).isBetween(.8, 1.2);
    assertThat(accuracy.reasonsError()).isLessThan(1e-9);
    assertThat(accuracy.fitSeconds()).isPositive();
    assertThat(accuracy.rising().aroundStones().along(Factor.CARAT).pairs())
        .isEqualTo(split.learned().size());
  }

  @Test
  void a_random_collection_shares_no_stone_with_the_rest_and_loses_none() {
    List<Appraisal> stones = new ArrayList<>(STONES);
    STONES.subList(0, 500).stream()
        .map(stone -> new Appraisal(stone.stone(), stone.price() + 100))
        .forEach(stones::add);

    Split split = Split.draw(stones, 3_000, 7);

    Set<Diamond> learned = new HashSet<>();
    split.learned().forEach(stone -> learned.add(stone.stone()));
    assertThat(split.unseen()).noneMatch(stone -> learned.contains(stone.stone()));
    assertThat(split.shared()).isZero();
    assertThat(new Split(STONES.subList(0, 500), stones).shared()).isGreaterThanOrEqualTo(1_000);
    assertThat(split.learned()).hasSizeBetween(3_000, 3_005);
    assertThat(split.learned().size() + split.unseen().size()).isEqualTo(stones.size());
    assertThat(Split.draw(stones, 3_000, 7)).isEqualTo(split);
    assertThat(Split.draw(stones, 3_000, 8)).isNotEqualTo(split);
  }

  @Test
  void the_spread_over_collections_is_mean_and_standard_deviation() {
    Spread spread = Spread.of(new double[] {1, 2, 3, 4});

    assertThat(spread.mean()).isEqualTo(2.5);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-12));
    assertThat(Spread.of(new double[] {7}).deviation()).isNaN();
  }
}
