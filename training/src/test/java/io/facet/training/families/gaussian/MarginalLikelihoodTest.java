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
  private final MarginalLikelihood likelihood = MarginalLikelihood.of(inputs);

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
  void the_search_ends_where_no_step_is_downhill_and_better_than_it_began() {
    double[] start = Hyperparameters.start().vector();
    double[] found = MarginalLikelihood.maximize(inputs, looked -> {}).vector();

    assertThat(likelihood.f(found)).isLessThan(likelihood.f(start) - 10);
    assertThat(MarginalLikelihood.maximize(inputs, looked -> {}).vector()).isEqualTo(found);
  }

  @Test
  void a_covariance_that_cannot_be_is_no_candidate() {
    double[] absurd = Hyperparameters.start().vector();
    Arrays.fill(absurd, 400);

    assertThat(likelihood.f(absurd)).isEqualTo(MarginalLikelihood.WALL);
  }
}
