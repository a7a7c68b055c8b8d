package io.facet.notebooks;

import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.Priced;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * What many stones fetch together, in USD. Single errors mostly cancel in a sum, so that its range
 * is far narrower than theirs; what all appraisals have in common, such as the year, does not.
 *
 * @param expected the mean
 * @param low only 1 of 20 draws is below
 * @param high only 1 of 20 draws is above
 */
public record Worth(double expected, double low, double high) {

  private static final int DRAWS = 2_000;
  private static final long SEED = 20_261_125;

  /**
   * Draws for each of {@code stones} an error that was made on a stone of its carat band.
   *
   * @param errors stones priced out of fold, of every band that {@code stones} has
   */
  public static Worth of(List<Priced> stones, List<Priced> errors) {
    var known = CaratBands.split(errors);
    double[] sums = new double[DRAWS];
    CaratBands.split(stones)
        .forEach(
            (band, asked) -> {
              double[] ratios =
                  Objects.requireNonNull(known.get(band)).stream()
                      .mapToDouble(p -> p.appraised() / p.estimate())
                      .toArray();
              SplittableRandom random = new SplittableRandom(SEED + band.hashCode());
              for (int draw = 0; draw < DRAWS; draw++) {
                for (Priced stone : asked) {
                  sums[draw] += stone.estimate() * ratios[random.nextInt(ratios.length)];
                }
              }
            });
    Arrays.sort(sums);
    return new Worth(
        Arrays.stream(sums).average().orElseThrow(),
        sums[DRAWS / 20],
        sums[DRAWS - 1 - DRAWS / 20]);
  }
}
