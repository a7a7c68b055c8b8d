package io.facet.training.families.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceListProcessTest {

  private static final List<Appraisal> STONES = Collection.some(300);
  private static final double[] TYPICAL = {61.8, 57, 6.46, 1.004, 0};

  private final Inputs inputs = new Inputs(STONES);
  private final Posterior posterior = StudentNoise.posterior(inputs, Hyperparameters.start());

  @Test
  void the_list_is_the_posterior_mean_at_typical_proportions() {
    double[] carats = {.3, .7, 1.01, 2};
    double[] listed = ListTable.of(posterior, carats, TYPICAL);

    for (int weight = 0; weight < carats.length; weight++) {
      for (int row : new int[] {0, 17, 140, 279}) {
        double[] factors = new double[Factor.COUNT];
        factors[0] = carats[weight];
        factors[1] = Math.floorDiv(row, 40);
        factors[2] = Math.floorDiv(row, 5) % 8;
        factors[3] = row % 5;
        System.arraycopy(TYPICAL, 0, factors, Factor.DEPTH.ordinal(), TYPICAL.length);
        assertThat(listed[weight * PriceList.ROWS + row])
            .isCloseTo(posterior.mean(position(factors)), within(1e-9));
      }
    }
  }

  @Test
  void a_correction_with_as_many_bumps_as_stones_is_that_of_the_posterior() {
    PriceList list =
        new PriceList(
            new double[] {1, 2},
            new double[2 * PriceList.ROWS],
            Compaction.of(posterior, TYPICAL, STONES.size()));
    for (int stone = 0; stone < inputs.size(); stone++) {
      double[] factors = inputs.factors(stone);
      double[] typical = factors.clone();
      System.arraycopy(TYPICAL, 0, typical, Factor.DEPTH.ordinal(), TYPICAL.length);
      double departs = posterior.mean(position(factors)) - posterior.mean(position(typical));

      assertThat(list.logPrice(factors)).isCloseTo(departs, within(2e-4));
    }
  }

  @Test
  void an_expert_who_slips_a_digit_moves_such_stones_by_little() {
    List<Appraisal> slipped = new ArrayList<>(STONES);
    Appraisal victim = STONES.get(7);
    slipped.set(7, new Appraisal(victim.stone(), victim.price() * 10));

    Posterior before = posterior;
    Inputs wrong = new Inputs(slipped);
    Posterior after = StudentNoise.posterior(wrong, Hyperparameters.start());

    double[] factors = inputs.factors(7);
    double shift = after.mean(wrong.positions(after.axes())[7]) - before.mean(position(factors));
    assertThat(shift).isBetween(-.05, .05);
  }

  @Test
  void stones_that_are_all_alike_in_a_factor_can_be_learned_from() {
    List<Appraisal> alike =
        Stones.random(60, 3).stream().map(stone -> new Appraisal(same(stone), 1_000)).toList();

    PriceList list = PriceListProcess.found(10, 60).fit(alike);

    assertThat(Math.exp(list.logPrice(Factor.all(alike.get(0).stone()))))
        .isCloseTo(1_000, within(1.0));
  }

  private static Diamond same(Diamond stone) {
    double x = 6.5 * Math.cbrt(stone.carat());
    return new Diamond(
        stone.carat(), stone.cut(), stone.color(), stone.clarity(), 62, 57, x, x, .62 * x);
  }

  private double[] position(double[] factors) {
    double[] position = new double[Factor.COUNT];
    for (int i = 0; i < position.length; i++) {
      position[i] = posterior.axes().get(i).position(factors[i]);
    }
    return position;
  }

  @Test
  void a_few_stones_can_stand_for_all() {
    Kernel kernel = new Kernel(Hyperparameters.start());
    double[][] stones = inputs.positions(posterior.axes());
    double[] noise = new double[stones.length];
    Arrays.fill(noise, .01);
    Regression exact = new ExactRegression(kernel, stones);
    Regression sparse = new SparseRegression(kernel, stones, 150);

    double[] exactLeft =
        exact.residuals(exact.weights(noise, inputs.logPrices()), noise, inputs.logPrices());
    double[] sparseLeft =
        sparse.residuals(sparse.weights(noise, inputs.logPrices()), noise, inputs.logPrices());

    assertThat(sparse.centres()).hasDimensions(150, Factor.COUNT);
    for (int i = 0; i < stones.length; i++) {
      assertThat(sparseLeft[i]).isCloseTo(exactLeft[i], within(.05));
    }
  }

  @Test
  void a_regression_through_all_stones_is_the_exact_one() {
    Kernel kernel = new Kernel(Hyperparameters.start());
    double[][] stones = inputs.positions(posterior.axes());
    double[] noise = new double[stones.length];
    Arrays.fill(noise, .01);
    Regression exact = new ExactRegression(kernel, stones);
    Regression sparse = new SparseRegression(kernel, stones, stones.length);

    assertThat(
            sparse.residuals(sparse.weights(noise, inputs.logPrices()), noise, inputs.logPrices()))
        .containsExactly(
            exact.residuals(exact.weights(noise, inputs.logPrices()), noise, inputs.logPrices()),
            within(1e-3));
  }
}
