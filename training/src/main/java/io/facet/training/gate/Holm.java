package io.facet.training.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several questions asked at once (Holm, A Simple Sequentially Rejective Multiple Test Procedure,
 * 1979): the chance of even one false alarm among all of them stays what it is for a single one.
 */
final class Holm {

  private Holm() {}

  /** The adjusted p of each of {@code ps}, in their order: those below .05 count at 95 %. */
  static double[] adjusted(double[] ps) {
    List<Integer> rising = rising(ps);
    double[] adjusted = new double[ps.length];
    double reached = 0;
    for (int rank = 0; rank < ps.length; rank++) {
      int at = rising.get(rank);
      reached = Math.max(reached, Math.min(1, (ps.length - rank) * ps[at]));
      adjusted[at] = reached;
    }
    return adjusted;
  }

  /** The level at which each of {@code ps} is judged when all share {@code level}. */
  static double[] levels(double[] ps, double level) {
    List<Integer> rising = rising(ps);
    double[] levels = new double[ps.length];
    for (int rank = 0; rank < ps.length; rank++) {
      levels[rising.get(rank)] = level / (ps.length - rank);
    }
    return levels;
  }

  private static List<Integer> rising(double[] ps) {
    return IntStream.range(0, ps.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> ps[i]))
        .toList();
  }
}
