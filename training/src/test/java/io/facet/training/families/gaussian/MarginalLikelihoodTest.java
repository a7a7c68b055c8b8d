package io.facet.training.families.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginalLikelihoodTest {

  private static final double STEP = 1e-5;

  private final Inputs inputs = new Inputs(Collection.some(80));
  private final MarginalLikelihood likelihood =
      new MarginalLikelihood(inputs, counts(), looked -> {});

  /** Some stones count more than others. */
  private double[] counts() {
    return new Random(9).doubles(inputs.size(), .3, 1.4).toArray();
  }

  @Test
  void the_gradient_is_that_of_finite_differences() {
    double[] at = Hyperparameters.start().vector();
    Random random = new Random(4);
    for (int i = 0; i < at.length; i++) {
      at[i] += .3 * random.nextGaussian();
    }
    double[] gradient = new double[at.length];
    likelihood.g(at, gradient);

    for (int i = 0; i < at.length; i++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[i] += STEP;
      below[i] -= STEP;
      double slope = (likelihood.f(above) - likelihood.f(below)) / (2 * STEP);
      assertThat(gradient[i]).as("hyperparameter %d", i).isCloseTo(slope, within(1e-4));
    }
  }

  @Test
  void the_search_finds_what_is_likelier_and_finds_it_again() {
    Hyperparameters start = Hyperparameters.start();
    Hyperparameters found = MarginalLikelihood.maximize(inputs, looked -> {});
    double[] counts = StudentNoise.counts(inputs, found);
    MarginalLikelihood student = new MarginalLikelihood(inputs, counts, looked -> {});

    assertThat(student.f(found.vector())).isLessThan(student.f(start.vector()) - 10);
    assertThat(MarginalLikelihood.maximize(inputs, looked -> {}).vector())
        .isEqualTo(found.vector());
  }

  @Test
  void what_was_found_once_for_all_has_every_setting_and_is_no_wild_guess() {
    Hyperparameters found = Hyperparameters.found();

    assertThat(found.named()).hasSize(Hyperparameters.COUNT).doesNotContainValue(Double.NaN);
    assertThat(likelihood.f(found.vector()))
        .isLessThan(likelihood.f(Hyperparameters.start().vector()));
  }

  @Test
  void a_covariance_that_cannot_be_is_no_candidate() {
    double[] absurd = Hyperparameters.start().vector();
    Arrays.fill(absurd, 400);

    assertThat(likelihood.f(absurd)).isEqualTo(MarginalLikelihood.WALL);
  }
}
