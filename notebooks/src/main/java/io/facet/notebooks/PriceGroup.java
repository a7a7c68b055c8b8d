package io.facet.notebooks;

import io.facet.training.evaluation.Priced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the expert's prices lie from estimates of about one size, in % of the estimate. Grouped
 * by what the model says: by the expert's own price, those that he priced high would stand
 * together.
 *
 * @param estimate the middle one in USD
 * @param p10 one of ten of his prices is lower
 * @param median half are lower
 * @param p90 nine of ten are lower
 * @param medianApe half of all are closer than this, in %
 */
public record PriceGroup(double estimate, double p10, double median, double p90, double medianApe) {

  /** Splits {@code priced} into groups of equal size. */
  public static List<PriceGroup> split(List<Priced> priced, int groups) {
    List<Priced> byPrice =
        priced.stream().sorted(Comparator.comparingDouble(Priced::estimate)).toList();
    List<PriceGroup> split = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = group * byPrice.size() / groups;
      int to = (group + 1) * byPrice.size() / groups;
      split.add(of(byPrice.subList(from, to)));
    }
    return split;
  }

  private static PriceGroup of(List<Priced> group) {
    double[] off =
        group.stream()
            .mapToDouble(one -> 100 * (one.appraised() / one.estimate() - 1))
            .sorted()
            .toArray();
    double[] size =
        group.stream().mapToDouble(one -> Math.abs(one.percentOff())).sorted().toArray();
    double middle = group.get(group.size() / 2).estimate();
    return new PriceGroup(middle, at(off, .1), at(off, .5), at(off, .9), at(size, .5));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
