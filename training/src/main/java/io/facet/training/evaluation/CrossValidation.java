package io.facet.training.evaluation;

import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import io.facet.valuation.RangeCalibration;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a family does on stones that it has not learned from.
 *
 * @param byCoverage every stone, priced by a model that has not seen it, with a range of each of
 *     {@link #COVERAGES} drawn by the stones of the other folds only
 * @param logSpread how widely prices spread around estimates, learned from all out-of-fold errors:
 *     that of the packaged model
 * @param calibration on all out-of-fold errors: the ranges of the packaged model
 */
public record CrossValidation(
    Map<Double, List<Priced>> byCoverage, PriceModel logSpread, RangeCalibration calibration) {

  public static final int FOLDS = 5;

  /** The share of prices that a range holds unless another is asked for. */
  public static final double COVERAGE = .9;

  /** All shares that may be asked for, the stated one first. */
  public static final List<Double> COVERAGES = List.of(COVERAGE, .5, .8, .95);

  public CrossValidation {
    byCoverage = Collections.unmodifiableMap(new LinkedHashMap<>(byCoverage));
  }

  /**
   * Learns {@value #FOLDS} times, each time without one fold.
   *
   * @param progress told after each fold how many are done
   */
  public static CrossValidation of(
      ModelFamily family, List<Appraisal> stones, long seed, IntConsumer progress) {
    return of(family, stones, Folds.assign(stones, FOLDS), seed, progress);
  }

  /**
   * The same on given folds.
   *
   * @param folds of each stone, from 0 to {@value #FOLDS} - 1
   */
  public static CrossValidation of(
      ModelFamily family, List<Appraisal> stones, int[] folds, long seed, IntConsumer progress) {
    double[] logPrices = new double[stones.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      List<Appraisal> others =
          IntStream.range(0, folds.length)
              .filter(i -> folds[i] != held)
              .mapToObj(stones::get)
              .toList();
      PriceModel model = family.fit(others, seed);
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          logPrices[i] = model.logPrice(Factor.all(stones.get(i).stone()));
        }
      }
      progress.accept(fold + 1);
    }
    return new OutOfFold(stones, folds, logPrices).calibrated(seed);
  }

  /** Every stone with the range that is stated unless another is asked for. */
  public List<Priced> priced() {
    return Objects.requireNonNull(byCoverage.get(COVERAGE));
  }

  public Figures figures() {
    return Figures.of(priced());
  }
}
