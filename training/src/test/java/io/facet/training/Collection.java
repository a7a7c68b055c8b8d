package io.facet.training;

import io.facet.registry.LocalStack;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import java.nio.file.Path;
import java.util.List;

/** Don Francesco's stones, for tests to learn from. */
public final class Collection {

  public static final Path FILE = LocalStack.checkout().resolve("datasets/diamonds/diamonds.csv");

  private Collection() {}

  public static TrainingData data() {
    return TrainingData.read(List.of(FILE));
  }

  /** The first {@code count} stones, where all of them would only take longer. */
  public static List<Appraisal> some(int count) {
    return data().stones().subList(0, count);
  }
}
