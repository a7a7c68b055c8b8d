package io.facet.training.evaluation;

import io.facet.training.families.SpreadTrees;
import io.facet.valuation.Appraisal;
import io.facet.valuation.PriceRange;
import io.facet.valuation.RangeCalibration;
import io.facet.valuation.RangeCalibration.Miss;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Stones priced by models that had not seen them, and what their errors teach about ranges. A
 * stone's own error counts neither in how widely such prices spread nor in where the ends of its
 * range lie; those of other folds depend on it a little, as in any cross-fitting, since their
 * models saw it.
 */
final class OutOfFold {

  private final List<Appraisal> stones;
  private final int[] folds;
  private final double[] logPrices;
  private final double[] logErrors;

  /**
   * @param folds the fold of each stone
   * @param logPrices its log price by a model that had not seen that fold
   */
  OutOfFold(List<Appraisal> stones, int[] folds, double[] logPrices) {
    this.stones = stones;
    this.folds = folds;
    this.logPrices = logPrices;
    this.logErrors = new double[logPrices.length];
    for (int i = 0; i < logErrors.length; i++) {
      logErrors[i] = Math.log(stones.get(i).price()) - logPrices[i];
    }
  }

  CrossValidation calibrated(long seed) {
    double[] spreads = spreads(seed);
    List<Miss> misses = new ArrayList<>();
    for (int i = 0; i < spreads.length; i++) {
      double carat = stones.get(i).stone().carat();
      misses.add(new Miss(carat, logErrors[i] / spreads[i], spreads[i]));
    }
    List<RangeCalibration> without = new ArrayList<>();
    for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
      int held = fold;
      without.add(calibrate(indices(i -> folds[i] != held).mapToObj(misses::get).toList()));
    }
    Map<Double, List<Priced>> byCoverage = new LinkedHashMap<>();
    for (double coverage : CrossValidation.COVERAGES) {
      byCoverage.put(
          coverage,
          indices(i -> true)
              .mapToObj(i -> priced(i, without.get(folds[i]), spreads[i], coverage))
              .toList());
    }
    return new CrossValidation(byCoverage, spread(indices(i -> true), seed), calibrate(misses));
  }

  /** The spread of each stone, learned from the errors on stones of other folds. */
  private double[] spreads(long seed) {
    double[] spreads = new double[stones.size()];
    for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
      int held = fold;
      PriceModel logSpread = spread(indices(i -> folds[i] != held), seed);
      indices(i -> folds[i] == held)
          .forEach(
              i -> spreads[i] = Math.exp(logSpread.logPrice(Factor.all(stones.get(i).stone()))));
    }
    return spreads;
  }

  private PriceModel spread(IntStream which, long seed) {
    int[] learned = which.toArray();
    List<Diamond> from = IntStream.of(learned).mapToObj(i -> stones.get(i).stone()).toList();
    double[] errors = IntStream.of(learned).mapToDouble(i -> logErrors[i]).toArray();
    return SpreadTrees.learn(from, errors, seed);
  }

  private Priced priced(int i, RangeCalibration calibration, double spread, double coverage) {
    Diamond stone = stones.get(i).stone();
    PriceRange range = calibration.around(logPrices[i], stone.carat(), spread, coverage);
    return new Priced(
        stone, stones.get(i).price(), Math.exp(logPrices[i]), range.low(), range.high());
  }

  private IntStream indices(IntPredicate which) {
    return IntStream.range(0, folds.length).filter(which);
  }

  private static RangeCalibration calibrate(List<Miss> misses) {
    return RangeCalibration.fit(CrossValidation.COVERAGES, CaratBands.starts(), misses);
  }
}
