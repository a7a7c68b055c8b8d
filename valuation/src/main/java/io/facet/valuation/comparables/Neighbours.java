package io.facet.valuation.comparables;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An exact search for the nearest of many stones. Stones of the same three grades lie together,
 * sorted by weight. A search takes these groups from the nearest grades on, and within each goes
 * outwards from the asked weight; it stops as soon as grades, or grades and weight, alone are
 * farther than what it has. Only additions of positive numbers in one fixed order are compared, so
 * that rounding can't make it stop too early.
 */
final class Neighbours {

  private static final int GROUPS = PriceList.ROWS;
  private static final List<Factor> GRADED = List.of(Factor.COLOR, Factor.CLARITY, Factor.CUT);
  // Finer than any scale: two weights that differ by less differ only in how binary rounds them.
  private static final double MICROCARAT = 1e-6;

  private final Metric metric;
  private final List<Appraisal> stones;
  private final int[] stoneOf;
  private final double[] carats;
  private final double[] weights;
  private final double[] places;
  private final int[] starts;
  // For every group the others that have stones, from the nearest grades to the farthest.
  private final int[][] outwards;

  Neighbours(Metric metric, List<Appraisal> stones, double[][] factors) {
    this.metric = metric;
    this.stones = stones;
    double[][] placed = Arrays.stream(factors).map(metric::place).toArray(double[][]::new);
    Integer[] sorted = new Integer[placed.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(
        sorted,
        Comparator.comparingInt((Integer stone) -> group(stones.get(stone).stone()))
            .thenComparingDouble(stone -> placed[stone][Metric.WEIGHT]));
    this.stoneOf = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    this.carats = new double[placed.length];
    this.weights = new double[placed.length];
    this.places = new double[placed.length * Factor.COUNT];
    this.starts = new int[GROUPS + 1];
    for (int row = 0; row < stoneOf.length; row++) {
      carats[row] = stones.get(stoneOf[row]).stone().carat();
      weights[row] = placed[stoneOf[row]][Metric.WEIGHT];
      System.arraycopy(placed[stoneOf[row]], 0, places, row * Factor.COUNT, Factor.COUNT);
      starts[group(stones.get(stoneOf[row]).stone()) + 1] = row + 1;
    }
    for (int group = 1; group <= GROUPS; group++) {
      starts[group] = Math.max(starts[group], starts[group - 1]);
    }
    this.outwards = outwards();
  }

  private static int group(Diamond stone) {
    return PriceList.row(stone.color().ordinal(), stone.clarity().ordinal(), stone.cut().ordinal());
  }

  private int[][] outwards() {
    List<Integer> inhabited = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      if (starts[group] < starts[group + 1]) {
        inhabited.add(group);
      }
    }
    int[][] outwards = new int[GROUPS][];
    for (int group = 0; group < GROUPS; group++) {
      double[] place = metric.place(gradesOf(group));
      outwards[group] =
          inhabited.stream()
              .sorted(
                  Comparator.comparingDouble(
                      other -> Metric.grades(place, places, starts[other] * Factor.COUNT)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return outwards;
  }

  private static double[] gradesOf(int group) {
    double[] factors = new double[Factor.COUNT];
    factors[Metric.WEIGHT] = 1;
    for (Factor factor : GRADED) {
      factors[factor.ordinal()] = PriceList.grade(factor, group);
    }
    return factors;
  }

  /** The nearest {@code count} stones but {@code except}, by their position in the collection. */
  int[] nearest(Diamond asked, int count, int except) {
    double[] place = metric.place(Factor.all(asked));
    Nearest nearest = new Nearest(count);
    for (int group : outwards[group(asked)]) {
      double grades = Metric.grades(place, places, starts[group] * Factor.COUNT);
      if (grades > nearest.farthest()) {
        break;
      }
      int row = firstFrom(place[Metric.WEIGHT], group);
      int below = row - 1;
      while (row < starts[group + 1] && offer(row, grades, place, except, nearest)) {
        row++;
      }
      while (below >= starts[group] && offer(below, grades, place, except, nearest)) {
        below--;
      }
    }
    return nearest.stones();
  }

  /** False when this stone, and with it all that lie farther out, is too far by weight alone. */
  private boolean offer(int row, double grades, double[] place, int except, Nearest nearest) {
    double body = grades + Math.abs(place[Metric.WEIGHT] - weights[row]);
    if (body > nearest.farthest()) {
      return false;
    }
    if (stoneOf[row] != except) {
      nearest.offer(
          Metric.withProportions(body, place, places, row * Factor.COUNT), 0, stoneOf[row]);
    }
    return true;
  }

  /** The same among stones of the same three grades: the closest weight first, then the rest. */
  int[] strict(Diamond asked, int count, int except) {
    double[] place = metric.place(Factor.all(asked));
    Nearest nearest = new Nearest(count);
    int group = group(asked);
    for (int row = starts[group]; row < starts[group + 1]; row++) {
      double apart = Math.rint(Math.abs(carats[row] - asked.carat()) / MICROCARAT);
      if (apart <= nearest.farthest() && stoneOf[row] != except) {
        double rest = Metric.withProportions(0, place, places, row * Factor.COUNT);
        nearest.offer(apart, rest, stoneOf[row]);
      }
    }
    return nearest.stones();
  }

  /** Where {@code appraisal} stands in the collection; -1 where it doesn't. */
  int find(Appraisal appraisal) {
    int group = group(appraisal.stone());
    double weight = metric.place(Factor.all(appraisal.stone()))[Metric.WEIGHT];
    for (int row = firstFrom(weight, group);
        row < starts[group + 1] && weights[row] == weight;
        row++) {
      if (stones.get(stoneOf[row]).equals(appraisal)) {
        return stoneOf[row];
      }
    }
    return -1;
  }

  private int firstFrom(double weight, int group) {
    int low = starts[group];
    int high = starts[group + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] < weight) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
