package io.facet.training.evaluation;

import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** How errors shrink as there is more to learn from. */
public final class LearningCurve {

  private LearningCurve() {}

  /**
   * A point of the curve.
   *
   * @param family that learned
   * @param stones how many it learned from
   * @param mae mean absolute error in USD, over all stones, each priced by a model that had not
   *     seen it
   */
  public record Point(String family, int stones, double mae) {}

  /**
   * Learns from the first so many stones of the other folds, for every fold and each of {@code
   * sizes}; the folds are those that every stated figure is from.
   *
   * @param progress told after each size how many are done
   */
  public static List<Point> of(
      ModelFamily family,
      List<Appraisal> stones,
      List<Integer> sizes,
      long seed,
      IntConsumer progress) {
    int[] folds = Folds.assign(stones, CrossValidation.FOLDS);
    List<Point> points = new ArrayList<>();
    for (int size : sizes) {
      // A fold knows nothing of the others; summed in their order, the figure is the same every
      // time.
      double[] sums =
          IntStream.range(0, CrossValidation.FOLDS)
              .parallel()
              .mapToDouble(fold -> sum(family, stones, folds, fold, size, seed))
              .toArray();
      double sum = Arrays.stream(sums).reduce(0, Double::sum);
      points.add(new Point(family.name(), size, sum / stones.size()));
      progress.accept(points.size());
    }
    return points;
  }

  /** The absolute errors on the stones of {@code fold}, added up. */
  private static double sum(
      ModelFamily family, List<Appraisal> stones, int[] folds, int fold, int size, long seed) {
    List<Appraisal> learned =
        IntStream.range(0, folds.length)
            .filter(i -> folds[i] != fold)
            .limit(size)
            .mapToObj(stones::get)
            .toList();
    PriceModel model = family.fit(learned, seed);
    return IntStream.range(0, folds.length)
        .filter(i -> folds[i] == fold)
        .mapToDouble(i -> FoldErrors.error(model, stones.get(i)))
        .sum();
  }
}
