package io.facet.notebooks;

import io.facet.training.evaluation.Priced;
import io.facet.valuation.stone.Diamond;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stones of the same weight, color, clarity and cut, to which the expert gave different prices. No
 * list can tell them apart by these four; a model that sees their proportions can, a little.
 *
 * @param stones how many have a twin
 * @param appraised by how much their log prices spread within a group (standard deviation)
 * @param unexplained the same of what is left after the model has had its say
 * @param errors how far off the model is on these stones (standard deviation of log prices)
 */
public record Twins(int stones, double appraised, double unexplained, double errors) {

  private record FourCs(double carat, Object color, Object clarity, Object cut) {

    private static FourCs of(Diamond stone) {
      return new FourCs(stone.carat(), stone.color(), stone.clarity(), stone.cut());
    }
  }

  /** Finds the twins among stones that were priced out of fold. */
  public static Twins among(List<Priced> priced) {
    Collection<List<Priced>> groups =
        priced.stream().collect(Collectors.groupingBy(one -> FourCs.of(one.stone()))).values();
    List<List<Priced>> twins = groups.stream().filter(group -> group.size() > 1).toList();
    return new Twins(
        twins.stream().mapToInt(List::size).sum(),
        spread(twins.stream().map(Twins::appraised).toList()),
        spread(twins.stream().map(Twins::unexplained).toList()),
        spread(List.of(unexplained(twins.stream().flatMap(List::stream).toList()))));
  }

  private static double[] appraised(List<Priced> group) {
    return group.stream().mapToDouble(one -> Math.log(one.appraised())).toArray();
  }

  private static double[] unexplained(List<Priced> group) {
    return group.stream().mapToDouble(one -> Math.log(one.appraised() / one.estimate())).toArray();
  }

  /** The pooled standard deviation within groups. */
  private static double spread(List<double[]> groups) {
    double squares = 0;
    int freedom = 0;
    for (double[] group : groups) {
      double mean = 0;
      for (double value : group) {
        mean += value / group.length;
      }
      for (double value : group) {
        squares += (value - mean) * (value - mean);
      }
      freedom += group.length - 1;
    }
    return Math.sqrt(squares / freedom);
  }
}
