package io.facet.training.evaluation;

import io.facet.training.families.ModelFamily;
import io.facet.training.stones.Appraised;
import io.facet.valuation.RangeCalibration;
import io.facet.valuation.RangeCalibration.Miss;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a family does on stones that it has not learned from.
 *
 * @param priced every stone, priced by a model that has not seen it, with a range calibrated on the
 *     stones of the other folds only
 * @param calibration on all out-of-fold errors: the ranges of the packaged model
 */
public record CrossValidation(List<Priced> priced, RangeCalibration calibration) {

  public static final int FOLDS = 5;
  public static final double COVERAGE = .9;

  public CrossValidation {
    priced = List.copyOf(priced);
  }

  /**
   * Learns {@value #FOLDS} times, each time without one fold.
   *
   * @param progress told after each fold how many are done
   */
  public static CrossValidation of(
      ModelFamily family, List<Appraised> stones, long seed, IntConsumer progress) {
    int[] folds = Folds.assign(stones, FOLDS);
    double[] logPrices = new double[stones.size()];
    double[] spreads = new double[stones.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      PriceModel model = family.fit(pick(stones, i -> folds[i] != held), seed);
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          double[] factors = Factor.all(stones.get(i).stone());
          logPrices[i] = model.logPrice(factors);
          spreads[i] = model.spread(factors);
        }
      }
      progress.accept(fold + 1);
    }
    return calibrated(stones, folds, logPrices, spreads);
  }

  public Figures figures() {
    return Figures.of(priced);
  }

  private static CrossValidation calibrated(
      List<Appraised> stones, int[] folds, double[] logPrices, double[] spreads) {
    List<Miss> misses = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      double error = Math.log(stones.get(i).price()) - logPrices[i];
      misses.add(new Miss(stones.get(i).stone().carat(), error / spreads[i]));
    }
    List<RangeCalibration> without =
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> fit(pick(misses, i -> folds[i] != fold)))
            .toList();
    List<Priced> priced = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      Diamond stone = stones.get(i).stone();
      var range = without.get(folds[i]).around(logPrices[i], stone.carat(), spreads[i]);
      priced.add(
          new Priced(
              stone, stones.get(i).price(), Math.exp(logPrices[i]), range.low(), range.high()));
    }
    return new CrossValidation(priced, fit(misses));
  }

  private static RangeCalibration fit(List<Miss> misses) {
    return RangeCalibration.fit(COVERAGE, CaratBands.starts(), misses);
  }

  private static <T> List<T> pick(List<T> from, IntPredicate which) {
    return IntStream.range(0, from.size()).filter(which).mapToObj(from::get).toList();
  }
}
