package io.facet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Diamond;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void figures_are_what_their_definitions_say() {
    // Errors -10, +40, 0, -100 USD; shares 10 %, 20 %, 0 %, 10 %.
    Figures figures =
        Figures.of(
            List.of(
                new Priced(Stones.EXAMPLE, 100, 90, 80, 110),
                new Priced(Stones.EXAMPLE, 200, 240, 210, 260),
                new Priced(Stones.EXAMPLE, 300, 300, 270, 330),
                new Priced(Stones.EXAMPLE, 1_000, 900, 700, 1_000)));

    assertThat(figures.stones()).isEqualTo(4);
    assertThat(figures.mae()).isEqualTo(37.5);
    assertThat(figures.rmse()).isCloseTo(Math.sqrt(11_700 / 4.0), within(1e-12));
    assertThat(figures.mape()).isCloseTo(10, within(1e-12));
    assertThat(figures.medianApe()).isCloseTo(10, within(1e-12));
    assertThat(figures.r2()).isCloseTo(1 - 11_700 / 500_000.0, within(1e-12));
    assertThat(figures.within10()).isEqualTo(25);
    assertThat(figures.within20()).isEqualTo(75);
    assertThat(figures.coverage()).isEqualTo(75);
    assertThat(figures.width())
        .isCloseTo(100 * (30 / 90.0 + 50 / 240.0 + 60 / 300.0 + 300 / 900.0) / 4, within(1e-9));
  }

  @Test
  void figures_of_nothing_claim_nothing() {
    assertThat(Figures.of(List.of()).named().values()).allMatch(figure -> figure.isNaN());
  }

  @Test
  void a_stone_stays_in_its_fold_whatever_comes_later() {
    List<Appraisal> first = Collection.some(1_000);
    List<Appraisal> all = Collection.some(1_500);
    List<List<Appraisal>> batches = List.of(first, all.subList(1_000, 1_500));

    int[] folds = Folds.assign(all, batches, 5);

    assertThat(Arrays.copyOf(folds, 1_000)).isEqualTo(Folds.assign(first, 5));
    assertThat(Arrays.stream(folds).skip(1_000).filter(fold -> fold == 3).count())
        .isBetween(90L, 110L);
  }

  @Test
  void stones_that_may_be_the_same_share_a_fold_and_folds_are_even() {
    List<Appraisal> stones = new ArrayList<>(Collection.some(1_000));
    stones.addAll(
        Collection.some(200).stream()
            .map(stone -> new Appraisal(stone.stone(), stone.price() + 100))
            .toList());

    int[] folds = Folds.assign(stones, 5);

    Map<Diamond, Integer> seen = new HashMap<>();
    int[] sizes = new int[5];
    for (int i = 0; i < folds.length; i++) {
      Integer before = seen.putIfAbsent(stones.get(i).stone(), folds[i]);
      assertThat(before == null || before == folds[i]).isTrue();
      sizes[folds[i]]++;
    }
    assertThat(Arrays.stream(sizes).max().orElseThrow() - Arrays.stream(sizes).min().orElseThrow())
        .isLessThan(60);
    assertThat(Folds.assign(stones, 5)).isEqualTo(folds);
  }

  @Test
  void no_model_ever_prices_a_stone_that_it_learned_from() {
    List<Appraisal> stones = Collection.some(600);
    AtomicInteger fits = new AtomicInteger();
    ModelFamily remembering =
        new ModelFamily() {
          @Override
          public String name() {
            return "remembering";
          }

          @Override
          public Map<String, String> parameters() {
            return Map.of();
          }

          @Override
          public PriceModel fit(List<Appraisal> learned, long seed) {
            fits.incrementAndGet();
            // Whoever learned the dearest stone prices everything a hundredfold.
            boolean knows = learned.contains(dearest(stones));
            return new TreeEnsemble(knows ? Math.log(100) : 0, List.of(new TreeNode.Leaf(0)));
          }
        };

    CrossValidation validation = CrossValidation.of(remembering, stones, 1, done -> {});

    assertThat(fits).hasValue(CrossValidation.FOLDS);
    int at = stones.indexOf(dearest(stones));
    double[] estimates = validation.priced().stream().mapToDouble(Priced::estimate).toArray();
    double others = Arrays.stream(estimates).max().orElseThrow();
    assertThat(estimates[at]).isLessThan(others / 10);
  }

  @Test
  void ranges_calibrated_on_other_stones_hold_nine_of_ten() {
    CrossValidation validation =
        CrossValidation.of(
            Families.named("linear", true).orElseThrow(),
            Collection.data().stones(),
            1,
            done -> {});

    assertThat(validation.figures().coverage()).isBetween(88.5, 92.0);
    CaratBands.figures(validation.priced())
        .forEach((band, figures) -> assertThat(figures.coverage()).as(band).isBetween(84.0, 96.0));
    assertThat(validation.figures().r2()).isGreaterThan(.9);
  }

  @Test
  void errors_fold_by_fold_average_to_the_stated_one_and_other_cuts_are_others() {
    List<Appraisal> stones = Collection.some(1_000);
    ModelFamily family = Families.named("linear", true).orElseThrow();
    CrossValidation validation = CrossValidation.of(family, stones, 1, done -> {});

    double[] stated = FoldErrors.of(validation, stones);
    double[] same = FoldErrors.of(family, stones, 1, 0, done -> {});
    double[] other = FoldErrors.of(family, stones, 1, 1, done -> {});

    assertThat(Arrays.stream(stated).average().orElseThrow())
        .isCloseTo(validation.figures().mae(), within(1.0));
    assertThat(same).containsExactly(stated, within(1e-9));
    assertThat(other).hasSize(CrossValidation.FOLDS).doesNotContain(stated[0]);
    assertThat(Folds.assign(stones, 5, 1)).isNotEqualTo(Folds.assign(stones, 5));
  }

  @Test
  void a_constant_band_is_held_against_ranges_that_hold_as_many() {
    // A band that holds 0.8 to 1.25 times the estimate, narrowed to hold the first three of four.
    ConstantBand band = new ConstantBand(Math.log(.8), Math.log(1.25));
    List<Priced> priced =
        List.of(
            new Priced(Stones.EXAMPLE, 100, 100, 95, 105),
            new Priced(Stones.EXAMPLE, 110, 100, 90, 110),
            new Priced(Stones.EXAMPLE, 92, 100, 90, 105),
            new Priced(Stones.EXAMPLE, 150, 100, 90, 110));

    double scale = Math.log(1.1) / Math.log(1.25);
    double width = Math.pow(1.25, scale) - Math.pow(.8, scale);
    assertThat(band.relativeWidthOf(priced))
        .isCloseTo((.1 + .2 + .15 + .2) / 4 / width, within(1e-12));
  }

  private static Appraisal dearest(List<Appraisal> stones) {
    return stones.stream().max((a, b) -> Double.compare(a.price(), b.price())).orElseThrow();
  }
}
