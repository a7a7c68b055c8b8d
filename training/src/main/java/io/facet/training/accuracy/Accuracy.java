package io.facet.training.accuracy;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.ConstantBand;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Priced;
import io.facet.training.evaluation.Rising;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.learning.Trained;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Reason;
import io.facet.valuation.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How good a family is: learned from some stones, asked about others.
 *
 * @param family its name
 * @param outOfFold on the stones it learned from, each priced by a model that had not seen it
 * @param unseen on the others
 * @param unseenByCarat the same, band by band
 * @param widthToConstant mean width of the ranges on the others, relative to one constant band that
 *     holds as many of their prices
 * @param rising whether it prices better stones higher
 * @param reasonsError largest relative difference between a price and its reference price times all
 *     its multipliers
 * @param fitSeconds to learn once from all stones
 */
public record Accuracy(
    String family,
    Figures outOfFold,
    Figures unseen,
    Map<String, Figures> unseenByCarat,
    double widthToConstant,
    Rising rising,
    double reasonsError,
    double fitSeconds) {

  /**
   * Learns {@code family} from the stones of {@code collection} and asks it about the others.
   *
   * @param progress told after each of the {@value CrossValidation#FOLDS} folds
   */
  public static Accuracy of(ModelFamily family, Split collection, long seed, IntConsumer progress) {
    List<Appraisal> stones = collection.learned();
    CrossValidation validation = CrossValidation.of(family, stones, seed, progress);

    long start = System.nanoTime();
    Appraiser appraiser = Trained.appraiser(Families.afresh(family), stones, validation, seed);
    double fitSeconds = secondsSince(start);

    List<Priced> priced = new ArrayList<>();
    double reasonsError = 0;
    for (Appraisal appraised : collection.unseen()) {
      Valuation valuation = appraiser.value(appraised.stone());
      priced.add(Priced.of(appraised.stone(), appraised.price(), valuation.estimate()));
      reasonsError = Math.max(reasonsError, reasonsError(valuation));
    }
    return new Accuracy(
        family.name(),
        validation.figures(),
        Figures.of(priced),
        CaratBands.figures(priced),
        ConstantBand.of(validation).relativeWidthOf(priced),
        Rising.of(appraiser, stones.stream().map(Appraisal::stone).toList()),
        reasonsError,
        fitSeconds);
  }

  private static double reasonsError(Valuation valuation) {
    double product = valuation.referencePrice();
    for (Reason reason : valuation.reasons()) {
      product *= reason.multiplier();
    }
    return Math.abs(product / valuation.estimate().price() - 1);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
