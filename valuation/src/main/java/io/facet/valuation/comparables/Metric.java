package io.facet.valuation.comparables;

import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far apart two stones are, in log price. Each factor has a scale of its own, learned from the
 * model around typical stones; the distance is the sum of the nine differences on these scales.
 * Were there no interaction between factors, it would be the log of the gross adjustment.
 *
 * <p>Scales are learned once, not stone by stone: that keeps the distance symmetric, and a factor
 * alone gives a lower bound, on which an exact search can stop early.
 */
final class Metric {

  /** Where the weight stands in a place; grades and proportions follow it. */
  static final int WEIGHT = Factor.CARAT.ordinal();

  private static final int TYPICAL_STONES = 32;
  private static final int MOST_WEIGHTS = 512;
  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();

  // What a grader would notice. Wide enough to cross the steps of trees, which are flat between.
  private static final double[] STEPS = {.5, 1, .05, .005, .2};

  // Where the model sees no difference in price, the closer stone is still the better comparable.
  private static final double LEAST_PER_GRADE = .005;
  private static final double LEAST_PER_STEP = .001;
  // A heavier stone costs at least as much a carat.
  private static final double LEAST_PER_LOG_CARAT = 1;

  private final double[] logCarats;
  private final double[] weights;
  private final double[][] grades;
  private final double[] slopes;

  /** Learns the scales from {@code model} around stones with these {@code factors}. */
  Metric(PriceModel model, double[][] factors) {
    double[][] typical = typical(factors);
    this.logCarats = logCarats(factors);
    this.weights = weights(model, typical);
    this.grades = new double[FIRST_PROPORTION][];
    for (int i = 1; i < FIRST_PROPORTION; i++) {
      grades[i] = grades(model, typical, Factor.values()[i]);
    }
    this.slopes = new double[Factor.COUNT];
    for (int i = FIRST_PROPORTION; i < Factor.COUNT; i++) {
      slopes[i] = slope(model, typical, i);
    }
  }

  /** Where a stone with these {@code factors} stands on the nine scales. */
  double[] place(double[] factors) {
    double[] place = new double[Factor.COUNT];
    place[0] = weight(Math.log(factors[0]));
    for (int i = 1; i < FIRST_PROPORTION; i++) {
      place[i] = grades[i][(int) factors[i]];
    }
    for (int i = FIRST_PROPORTION; i < Factor.COUNT; i++) {
      place[i] = slopes[i] * factors[i];
    }
    return place;
  }

  /**
   * Along the model's own curve, so that the step to a full carat counts as the trade counts it.
   */
  private double weight(double logCarat) {
    int last = logCarats.length - 1;
    if (logCarat <= logCarats[0]) {
      return LEAST_PER_LOG_CARAT * (logCarat - logCarats[0]);
    }
    if (logCarat >= logCarats[last]) {
      return weights[last] + LEAST_PER_LOG_CARAT * (logCarat - logCarats[last]);
    }
    int found = Arrays.binarySearch(logCarats, logCarat);
    int above = found >= 0 ? found : -found - 1;
    int below = above - 1;
    double way = (logCarat - logCarats[below]) / (logCarats[above] - logCarats[below]);
    return weights[below] + way * (weights[above] - weights[below]);
  }

  /** The distance between two places in log price. */
  static double distance(double[] here, double[] there) {
    double body = grades(here, there, 0) + Math.abs(here[WEIGHT] - there[WEIGHT]);
    return withProportions(body, here, there, 0);
  }

  /** What the three grades alone add to the distance from the place that starts at {@code at}. */
  static double grades(double[] here, double[] places, int at) {
    double sum = 0;
    for (int i = WEIGHT + 1; i < FIRST_PROPORTION; i++) {
      sum += Math.abs(here[i] - places[at + i]);
    }
    return sum;
  }

  /** {@code body}, the distance by grades and weight, and what the proportions add to it. */
  static double withProportions(double body, double[] here, double[] places, int at) {
    double sum = body;
    for (int i = FIRST_PROPORTION; i < Factor.COUNT; i++) {
      sum += Math.abs(here[i] - places[at + i]);
    }
    return sum;
  }

  /** Real stones, evenly over the weights of the collection. */
  private static double[][] typical(double[][] factors) {
    double[][] byWeight = factors.clone();
    Arrays.sort(byWeight, Comparator.comparingDouble(stone -> stone[0]));
    int count = Math.min(TYPICAL_STONES, byWeight.length);
    return IntStream.range(0, count)
        .mapToObj(i -> byWeight[(2 * i + 1) * byWeight.length / (2 * count)])
        .toArray(double[][]::new);
  }

  /** The weights of the collection to a hundredth of a carat, as the trade tells them apart. */
  private static double[] logCarats(double[][] factors) {
    double[] distinct =
        Arrays.stream(factors)
            .mapToDouble(stone -> Math.max(1, Math.rint(100 * stone[0])) / 100)
            .sorted()
            .distinct()
            .map(Math::log)
            .toArray();
    int count = Math.min(MOST_WEIGHTS, distinct.length);
    return IntStream.range(0, count)
        .mapToDouble(
            i -> distinct[(int) ((long) i * (distinct.length - 1) / Math.max(1, count - 1))])
        .toArray();
  }

  private double[] weights(PriceModel model, double[][] typical) {
    double[] places = new double[logCarats.length];
    double before = mean(model, typical, 0, Math.exp(logCarats[0]));
    for (int i = 1; i < places.length; i++) {
      double here = mean(model, typical, 0, Math.exp(logCarats[i]));
      double least = LEAST_PER_LOG_CARAT * (logCarats[i] - logCarats[i - 1]);
      places[i] = places[i - 1] + Math.max(here - before, least);
      before = here;
    }
    return places;
  }

  private static double[] grades(PriceModel model, double[][] typical, Factor factor) {
    double[] places = new double[factor.grades().size()];
    double before = mean(model, typical, factor.ordinal(), 0);
    for (int grade = 1; grade < places.length; grade++) {
      double here = mean(model, typical, factor.ordinal(), grade);
      places[grade] = places[grade - 1] + Math.max(here - before, LEAST_PER_GRADE);
      before = here;
    }
    return places;
  }

  /** The mean log price of the typical stones when one factor of each is {@code value}. */
  private static double mean(PriceModel model, double[][] typical, int factor, double value) {
    double sum = 0;
    for (double[] stone : typical) {
      sum += logPrice(model, stone, factor, value);
    }
    return sum / typical.length;
  }

  /** Up or down: most proportions have a best value, and away from it is away on either side. */
  private static double slope(PriceModel model, double[][] typical, int factor) {
    double step = STEPS[factor - FIRST_PROPORTION];
    double sum = 0;
    for (double[] stone : typical) {
      sum +=
          Math.abs(
              logPrice(model, stone, factor, stone[factor] + step)
                  - logPrice(model, stone, factor, stone[factor] - step));
    }
    return Math.max(sum / typical.length / 2, LEAST_PER_STEP) / step;
  }

  private static double logPrice(PriceModel model, double[] stone, int factor, double value) {
    double[] changed = stone.clone();
    changed[factor] = value;
    return model.logPrice(changed);
  }
}
