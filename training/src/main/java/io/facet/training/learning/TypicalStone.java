package io.facet.training.learning;

import io.facet.valuation.ReferenceStone;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reference stone of a collection: its median measures and commonest grades, rounded. */
final class TypicalStone {

  private TypicalStone() {}

  static ReferenceStone of(List<Diamond> stones) {
    double carat = round(median(stones, Factor.CARAT), .05);
    double depth = round(median(stones, Factor.DEPTH), .1);
    double x = round(median(stones, Factor.SPREAD) * Math.cbrt(carat), .01);
    double y = round(median(stones, Factor.ROUNDNESS) * x, .01);
    double z = round((depth + median(stones, Factor.HEIGHT)) / 100 * Math.sqrt(x * y), .01);
    Diamond stone =
        new Diamond(
            carat,
            commonest(stones, Diamond::cut),
            commonest(stones, Diamond::color),
            commonest(stones, Diamond::clarity),
            depth,
            round(median(stones, Factor.TABLE), 1),
            x,
            y,
            z);
    return new ReferenceStone(name(stone), stone);
  }

  private static String name(Diamond stone) {
    return "the typical stone of the collection, "
        + Factor.CARAT.format(stone.carat())
        + " %s %s %s"
            .formatted(
                stone.color().spelling(), stone.clarity().spelling(), stone.cut().spelling());
  }

  private static double median(List<Diamond> stones, Factor factor) {
    double[] sorted = stones.stream().mapToDouble(factor::of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static <G extends Comparable<G>> G commonest(
      List<Diamond> stones, Function<Diamond, G> grade) {
    Map<G, Long> counts =
        stones.stream().collect(Collectors.groupingBy(grade, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<G, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /** To a multiple of {@code step}, without the dust that binary fractions leave. */
  private static double round(double value, double step) {
    return Math.round(Math.round(value / step) * step * 100) / 100.0;
  }
}
