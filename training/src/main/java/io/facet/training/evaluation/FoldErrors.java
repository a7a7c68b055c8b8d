package io.facet.training.evaluation;

import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Mean absolute errors in USD, fold by fold: what a comparison of families stands on. */
public final class FoldErrors {

  private FoldErrors() {}

  /** Those of the folds that every stated figure is from. */
  public static double[] of(CrossValidation validation, List<Appraisal> stones) {
    return of(validation, Folds.assign(stones, CrossValidation.FOLDS));
  }

  /** The same where {@code validation} was on those {@code folds}. */
  public static double[] of(CrossValidation validation, int[] folds) {
    double[] sums = new double[CrossValidation.FOLDS];
    int[] counts = new int[CrossValidation.FOLDS];
    for (int i = 0; i < folds.length; i++) {
      sums[folds[i]] += Math.abs(validation.priced().get(i).error());
      counts[folds[i]]++;
    }
    for (int fold = 0; fold < sums.length; fold++) {
      sums[fold] /= counts[fold];
    }
    return sums;
  }

  /**
   * Those of the folds of another cut of the same stones; learns once for each.
   *
   * @param cut from 1
   * @param progress told after each fold how many are done
   */
  public static double[] of(
      ModelFamily family, List<Appraisal> stones, long seed, int cut, IntConsumer progress) {
    int[] folds = Folds.assign(stones, CrossValidation.FOLDS, cut);
    double[] errors = new double[CrossValidation.FOLDS];
    for (int fold = 0; fold < errors.length; fold++) {
      List<Appraisal> learned = new ArrayList<>();
      List<Appraisal> held = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        (folds[i] == fold ? held : learned).add(stones.get(i));
      }
      PriceModel model = family.fit(learned, seed);
      errors[fold] =
          held.stream().mapToDouble(stone -> error(model, stone)).average().orElseThrow();
      progress.accept(fold + 1);
    }
    return errors;
  }

  /** How far {@code model} is off, in USD. */
  static double error(PriceModel model, Appraisal appraised) {
    return Math.abs(Math.exp(model.logPrice(Factor.all(appraised.stone()))) - appraised.price());
  }
}
