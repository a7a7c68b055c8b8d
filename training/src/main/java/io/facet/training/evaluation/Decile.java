package io.facet.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A tenth of the stones, those with neighbouring estimates: does what is estimated there come true
 * on average?
 *
 * @param stones from the lowest estimate to the highest
 */
public record Decile(List<Priced> stones) {

  private static final int COUNT = 10;

  public Decile {
    stones = List.copyOf(stones);
  }

  /** {@code priced} in ten parts of equal size, by rising estimate; fewer parts of fewer stones. */
  public static List<Decile> of(List<Priced> priced) {
    List<Priced> rising =
        priced.stream().sorted(Comparator.comparingDouble(Priced::estimate)).toList();
    int count = Math.min(COUNT, rising.size());
    List<Decile> deciles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      deciles.add(
          new Decile(rising.subList(i * rising.size() / count, (i + 1) * rising.size() / count)));
    }
    return deciles;
  }

  /** Mean estimate, USD. */
  public double estimate() {
    return stones.stream().mapToDouble(Priced::estimate).average().orElseThrow();
  }

  /** Mean of the expert's prices, USD. */
  public double appraised() {
    return stones.stream().mapToDouble(Priced::appraised).average().orElseThrow();
  }

  /** Mean of the expert's price less the estimate, USD. */
  public double gap() {
    return appraised() - estimate();
  }

  /** Of {@link #gap}, by normal approximation. NaN for a single stone. */
  public Interval gapInterval() {
    double gap = gap();
    double squares = stones.stream().mapToDouble(stone -> Math.pow(-stone.error() - gap, 2)).sum();
    int n = stones.size();
    double half = Interval.REACH * Math.sqrt(squares / (n - 1) / n);
    return new Interval(gap - half, gap + half);
  }
}
