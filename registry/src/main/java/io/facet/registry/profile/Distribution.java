package io.facet.registry.profile;

import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many stones lie in each of several bins, which leave no value out.
 *
 * @param edges where all bins but the first start, rising; a bin holds its start
 * @param labels of the bins, for people; one more than edges
 * @param counts of stones in each bin
 */
public record Distribution(List<Double> edges, List<String> labels, List<Long> counts) {

  private static final int TENTHS = 10;

  // Half a stone in every bin keeps an empty one from making the index infinite.
  private static final double HALF = .5;

  public Distribution {
    edges = List.copyOf(edges);
    labels = List.copyOf(labels);
    counts = List.copyOf(counts);
    if (labels.size() != edges.size() + 1 || counts.size() != labels.size()) {
      throw new IllegalArgumentException(
          "%d edges, %d labels, %d counts".formatted(edges.size(), labels.size(), counts.size()));
    }
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i - 1) < edges.get(i))) {
        throw new IllegalArgumentException("edges don't rise: " + edges);
      }
    }
    if (counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("stones in bins: " + counts);
    }
  }

  /** The values of {@code factor}: a bin a grade, or in bins of a tenth each. */
  public static Distribution of(Factor factor, double[] values) {
    return factor.grades().isEmpty() ? tenths(values, factor::format) : grades(factor, values);
  }

  /**
   * {@code values} in bins of a tenth each, or fewer where many are equal.
   *
   * @param format of an edge
   */
  public static Distribution tenths(double[] values, DoubleFunction<String> format) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Double> edges =
        IntStream.range(1, TENTHS)
            .mapToObj(tenth -> sorted[(int) ((long) sorted.length * tenth / TENTHS)])
            .distinct()
            .filter(edge -> edge > sorted[0])
            .toList();
    List<String> labels = new ArrayList<>();
    for (int bin = 0; bin <= edges.size(); bin++) {
      labels.add(label(edges, bin, format));
    }
    return counted(edges, labels, values);
  }

  /** The values of a graded {@code factor}, a bin a grade. */
  static Distribution grades(Factor factor, double[] values) {
    List<String> grades = factor.grades();
    return counted(
        IntStream.range(1, grades.size()).mapToObj(grade -> (double) grade).toList(),
        grades,
        values);
  }

  /** In which bin {@code value} lies. */
  public int bin(double value) {
    int bin = 0;
    while (bin < edges.size() && value >= edges.get(bin)) {
      bin++;
    }
    return bin;
  }

  /** The same bins with other counts. */
  public Distribution withCounts(long[] others) {
    return new Distribution(edges, labels, Arrays.stream(others).boxed().toList());
  }

  /** How many stones there are in all. */
  public long stones() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** How many % of the stones lie in each bin. */
  public List<Double> percents() {
    double stones = stones();
    return counts.stream().map(count -> 100 * count / stones).toList();
  }

  /**
   * The population stability index of {@code others}, counted in the same bins: Σ (q − p) ·
   * ln(q/p). 0 where nothing has moved.
   */
  public double psi(Distribution others) {
    int bins = counts.size();
    double here = stones() + HALF * bins;
    double there = others.stones() + HALF * bins;
    double psi = 0;
    for (int bin = 0; bin < bins; bin++) {
      double p = (counts.get(bin) + HALF) / here;
      double q = (others.counts.get(bin) + HALF) / there;
      psi += (q - p) * Math.log(q / p);
    }
    return psi;
  }

  /**
   * What the index is on average where nothing has moved: (bins − 1) · (1/n + 1/N) (Yurdakul,
   * Statistical Properties of the Population Stability Index, 2018).
   */
  public double psiByChance(Distribution others) {
    return (counts.size() - 1) * (1.0 / stones() + 1.0 / others.stones());
  }

  private static Distribution counted(List<Double> edges, List<String> labels, double[] values) {
    Distribution empty =
        new Distribution(
            edges, labels, LongStream.range(0, labels.size()).map(i -> 0).boxed().toList());
    long[] counts = new long[labels.size()];
    for (double value : values) {
      counts[empty.bin(value)]++;
    }
    return empty.withCounts(counts);
  }

  private static String label(List<Double> edges, int bin, DoubleFunction<String> format) {
    if (edges.isEmpty()) {
      return "all";
    }
    if (bin == 0) {
      return "below " + format.apply(edges.getFirst());
    }
    String from = format.apply(edges.get(bin - 1));
    return bin == edges.size() ? "from " + from : from + " to " + format.apply(edges.get(bin));
  }
}
