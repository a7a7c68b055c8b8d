package io.facet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facet.training.Collection;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

  private static final ModelFamily LINEAR = Families.named("linear", true).orElseThrow();

  @Test
  void more_stones_teach_more_and_all_of_them_what_cross_validation_says() {
    List<Appraisal> stones = Collection.some(2_000);
    List<Integer> done = new ArrayList<>();

    List<LearningCurve.Point> curve =
        LearningCurve.of(LINEAR, stones, List.of(60, 2_000), 1, done::add);

    assertThat(done).containsExactly(1, 2);
    assertThat(curve.getFirst().mae()).isGreaterThan(curve.getLast().mae());
    double validated = CrossValidation.of(LINEAR, stones, 1, fold -> {}).figures().mae();
    assertThat(curve.getLast().mae()).isCloseTo(validated, within(1e-9));
  }
}
