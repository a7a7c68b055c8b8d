package io.facet.notebooks;

import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Folds;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a jeweller without a model does: look up the price per carat of the most similar stones, and
 * multiply by the weight. A grade of color or clarity counts as much as 5 % of weight, one of cut
 * half of that.
 */
public final class NearestPerCarat {

  private static final int STONES = 5;
  private static final double GRADE = .05;

  private NearestPerCarat() {}

  /** The price of {@code stone} in USD by the nearest of {@code known}. */
  static double price(Diamond stone, List<Appraisal> known) {
    return stone.carat()
        * known.stream()
            .sorted(Comparator.comparingDouble(other -> apart(stone, other.stone())))
            .limit(STONES)
            .mapToDouble(other -> other.price() / other.stone().carat())
            .average()
            .orElseThrow();
  }

  /**
   * Every stone priced by those of the other folds, the same folds as a family's {@link
   * CrossValidation}; without a range.
   */
  public static List<Priced> outOfFold(List<Appraisal> stones) {
    int count = CrossValidation.FOLDS;
    int[] folds = Folds.assign(stones, count);
    List<List<Appraisal>> others =
        IntStream.range(0, count)
            .mapToObj(
                fold ->
                    IntStream.range(0, folds.length)
                        .filter(i -> folds[i] != fold)
                        .mapToObj(stones::get)
                        .toList())
            .toList();
    return IntStream.range(0, folds.length)
        .parallel()
        .mapToObj(i -> priced(stones.get(i), others.get(folds[i])))
        .toList();
  }

  private static Priced priced(Appraisal appraisal, List<Appraisal> known) {
    double price = price(appraisal.stone(), known);
    return new Priced(appraisal.stone(), appraisal.price(), price, Double.NaN, Double.NaN);
  }

  private static double apart(Diamond one, Diamond other) {
    return Math.abs(Math.log(one.carat() / other.carat()))
        + GRADE * Math.abs(one.color().ordinal() - other.color().ordinal())
        + GRADE * Math.abs(one.clarity().ordinal() - other.clarity().ordinal())
        + GRADE / 2 * Math.abs(one.cut().ordinal() - other.cut().ordinal());
  }
}
