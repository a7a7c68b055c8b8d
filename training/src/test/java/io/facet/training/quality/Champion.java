package io.facet.training.quality;

import io.facet.registry.LocalStack;
import io.facet.training.Collection;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.learning.Trained;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraiser;
import java.nio.file.Path;
import java.time.Clock;

/** The simplest family, taught on Don Francesco's stones, for tests that compare prices. */
final class Champion {

  static final Path DAMAGED = LocalStack.checkout().resolve("datasets/diamonds/damaged");

  private static final TrainingData DATA = Collection.data();

  static final Appraiser MODEL = train();

  private Champion() {}

  /** One that knows prices and every stone of the collection. */
  static Inspector inspector() {
    return Inspector.with(MODEL, KnownStones.of(DATA.stones()));
  }

  private static Appraiser train() {
    ModelFamily family = Families.named("linear", false).orElseThrow();
    CrossValidation validation = CrossValidation.of(family, DATA.stones(), 1, step -> {});
    return Trained.refit(family, DATA, validation, 1, Clock.systemUTC()).appraiser();
  }
}
