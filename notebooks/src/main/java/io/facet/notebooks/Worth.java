package io.facet.notebooks;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Priced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What many stones are worth together, in USD. Errors of single stones mostly cancel in a sum, but
 * a model's own error is shared by all that it prices: how far off the totals of whole folds are,
 * each priced by another model, holds both.
 *
 * @param expected the mean
 * @param low of a range that holds nine sums in ten
 * @param high of it
 */
public record Worth(double expected, double low, double high) {

  /** Student's t with one degree of freedom less than there are folds: 1 in 20 is above. */
  private static final double T = 2.1318;

  /**
   * Sums {@code stones}, which were priced by a model such as those of {@code folds}.
   *
   * @param folds stones by the fold in which they were priced, of every band that {@code stones}
   *     has
   */
  public static Worth of(List<Priced> stones, List<List<Priced>> folds) {
    if (folds.size() != CrossValidation.FOLDS) {
      throw new IllegalArgumentException(folds.size() + " folds");
    }
    Map<String, Double> ratios = meanOverMedian(folds);
    double[] off =
        folds.stream().mapToDouble(fold -> appraised(fold) / sum(fold, ratios)).toArray();
    double mean = 0;
    for (double one : off) {
      mean += one / off.length;
    }
    double squares = 0;
    for (double one : off) {
      squares += (one - mean) * (one - mean);
    }
    double reach = T * Math.sqrt(squares / (off.length - 1) / off.length);
    double expected = sum(stones, ratios);
    return new Worth(expected, expected * (1 - reach), expected * (1 + reach));
  }

  /** An estimate is what half of such stones exceed; in a sum the mean counts. */
  private static Map<String, Double> meanOverMedian(List<List<Priced>> folds) {
    List<Priced> all = new ArrayList<>();
    folds.forEach(all::addAll);
    Map<String, Double> ratios = new HashMap<>();
    CaratBands.split(all)
        .forEach(
            (band, stones) ->
                ratios.put(
                    band, appraised(stones) / stones.stream().mapToDouble(Priced::estimate).sum()));
    return ratios;
  }

  private static double appraised(List<Priced> stones) {
    return stones.stream().mapToDouble(Priced::appraised).sum();
  }

  private static double sum(List<Priced> stones, Map<String, Double> ratios) {
    double sum = 0;
    for (Map.Entry<String, List<Priced>> band : CaratBands.split(stones).entrySet()) {
      double ratio = Objects.requireNonNull(ratios.get(band.getKey()));
      sum += ratio * band.getValue().stream().mapToDouble(Priced::estimate).sum();
    }
    return sum;
  }
}
