package io.facet.training.evaluation;

import io.facet.valuation.TrainingDomain;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where prices fall although the stone gets better by one step: .01 ct heavier, or one grade of
 * color, clarity or cut, all else held.
 *
 * @param byFactor the steps along weight, color, clarity and cut, in this order
 */
public record Falls(Map<Factor, Steps> byFactor) {

  private static final List<Factor> RISING =
      List.of(Factor.CARAT, Factor.COLOR, Factor.CLARITY, Factor.CUT);
  // In log price; less is rounding.
  private static final double ROUNDING = 1e-12;

  public Falls {
    byFactor = Collections.unmodifiableMap(new EnumMap<>(byFactor));
  }

  /**
   * Steps along one factor.
   *
   * @param pairs of a stone and one that is better by a step
   * @param falls pairs in which the better stone costs less
   * @param largest fall in % of the price of the worse stone; 0 where there is none
   */
  public record Steps(long pairs, long falls, double largest) {

    private static final Steps NONE = new Steps(0, 0, 0);

    private static Steps of(double worse, double better) {
      double rise = better - worse;
      return rise < -ROUNDING ? new Steps(1, 1, -100 * Math.expm1(rise)) : new Steps(1, 0, 0);
    }

    private Steps plus(Steps other) {
      return new Steps(pairs + other.pairs, falls + other.falls, Math.max(largest, other.largest));
    }

    /** Falls in % of the pairs; 0 where there are none. */
    public double percent() {
      return pairs == 0 ? 0 : 100.0 * falls / pairs;
    }
  }

  /**
   * From every stone of a grid to its better neighbours: every .01 ct within {@code domain}, by all
   * colors, clarities and cuts.
   *
   * @param referenceFactors the nine factors of a stone whose proportions all of them have
   */
  public static Falls onGrid(PriceModel model, TrainingDomain domain, double[] referenceFactors) {
    int lightest = (int) Math.ceil(100 * domain.lowest(Factor.CARAT) - 1e-9);
    int heaviest = (int) Math.floor(100 * domain.highest(Factor.CARAT) + 1e-9);
    double[][] logPrices =
        IntStream.rangeClosed(lightest, heaviest)
            .parallel()
            .mapToObj(hundredths -> column(model, hundredths / 100.0, referenceFactors))
            .toArray(double[][]::new);
    return counted(
        factor ->
            factor == Factor.CARAT
                ? IntStream.range(1, logPrices.length)
                    .mapToObj(weight -> heavier(logPrices[weight - 1], logPrices[weight]))
                    .reduce(Steps.NONE, Steps::plus)
                : IntStream.range(0, logPrices.length)
                    .mapToObj(weight -> better(factor, logPrices[weight]))
                    .reduce(Steps.NONE, Steps::plus));
  }

  /** From each of {@code stones} to one that is better by a step and has its proportions. */
  public static Falls aroundStones(PriceModel model, List<Diamond> stones) {
    return counted(
        factor ->
            stones.parallelStream()
                .map(stone -> step(model, factor, Factor.all(stone)))
                .reduce(Steps.NONE, Steps::plus));
  }

  /** The steps along one of the four. */
  public Steps along(Factor factor) {
    return byFactor.getOrDefault(factor, Steps.NONE);
  }

  /** All factors together. */
  public Steps all() {
    return byFactor.values().stream().reduce(Steps.NONE, Steps::plus);
  }

  private static Falls counted(Function<Factor, Steps> count) {
    Map<Factor, Steps> found = new EnumMap<>(Factor.class);
    RISING.forEach(factor -> found.put(factor, count.apply(factor)));
    return new Falls(found);
  }

  /** Log prices of one weight, each in its {@link PriceList#row}. */
  private static double[] column(PriceModel model, double carat, double[] referenceFactors) {
    double[] factors = referenceFactors.clone();
    factors[Factor.CARAT.ordinal()] = carat;
    double[] logPrices = new double[PriceList.ROWS];
    for (int row = 0; row < logPrices.length; row++) {
      for (Factor factor : RISING.subList(1, RISING.size())) {
        factors[factor.ordinal()] = PriceList.grade(factor, row);
      }
      logPrices[row] = model.logPrice(factors);
    }
    return logPrices;
  }

  private static Steps heavier(double[] lighter, double[] heavier) {
    Steps steps = Steps.NONE;
    for (int row = 0; row < lighter.length; row++) {
      steps = steps.plus(Steps.of(lighter[row], heavier[row]));
    }
    return steps;
  }

  private static Steps better(Factor factor, double[] logPrices) {
    Steps steps = Steps.NONE;
    for (int row = 0; row < logPrices.length; row++) {
      if (PriceList.grade(factor, row) > 0) {
        steps = steps.plus(Steps.of(logPrices[row - PriceList.rowsApart(factor)], logPrices[row]));
      }
    }
    return steps;
  }

  private static Steps step(PriceModel model, Factor factor, double[] factors) {
    double[] better = factors.clone();
    better[factor.ordinal()] += factor == Factor.CARAT ? .01 : 1;
    boolean isBest = factor != Factor.CARAT && better[factor.ordinal()] >= factor.grades().size();
    return isBest ? Steps.NONE : Steps.of(model.logPrice(factors), model.logPrice(better));
  }
}
