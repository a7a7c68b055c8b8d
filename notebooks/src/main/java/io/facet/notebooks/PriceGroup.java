package io.facet.notebooks;

import io.facet.training.evaluation.Priced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far off the estimates of stones of about one price are, in % of the expert's price.
 *
 * @param appraised the middle one's price in USD
 * @param p10 one of ten estimates is lower
 * @param median half are lower
 * @param p90 nine of ten are lower
 */
public record PriceGroup(double appraised, double p10, double median, double p90) {

  /** Splits {@code priced} by the expert's price into groups of equal size. */
  public static List<PriceGroup> split(List<Priced> priced, int groups) {
    List<Priced> byPrice =
        priced.stream().sorted(Comparator.comparingDouble(Priced::appraised)).toList();
    List<PriceGroup> split = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = group * byPrice.size() / groups;
      int to = (group + 1) * byPrice.size() / groups;
      split.add(of(byPrice.subList(from, to)));
    }
    return split;
  }

  private static PriceGroup of(List<Priced> group) {
    double[] off = group.stream().mapToDouble(Priced::percentOff).sorted().toArray();
    double middle = group.get(group.size() / 2).appraised();
    return new PriceGroup(middle, at(off, .1), at(off, .5), at(off, .9));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
