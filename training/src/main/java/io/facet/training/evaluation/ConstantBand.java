package io.facet.training.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The same range in log price around every estimate: what ranges that look at the stone have to
 * beat.
 *
 * @param low log of the lower end over the estimate, below 0
 * @param high log of the upper end over the estimate, above 0
 */
public record ConstantBand(double low, double high) {

  public ConstantBand {
    if (!(low < 0 && high > 0)) {
      throw new IllegalArgumentException("a band from %s to %s".formatted(low, high));
    }
  }

  /** The band between those errors out of fold that leave equal shares below and above. */
  public static ConstantBand of(CrossValidation validation) {
    double[] errors = validation.priced().stream().mapToDouble(ConstantBand::error).toArray();
    Arrays.sort(errors);
    int left = (int) Math.round(errors.length * (1 - CrossValidation.COVERAGE) / 2);
    return new ConstantBand(errors[left], errors[errors.length - 1 - left]);
  }

  /**
   * Mean width of the ranges of {@code priced} relative to that of this band, once it has been
   * widened or narrowed until it holds as many of these prices; below 1 where they are narrower.
   */
  public double relativeWidthOf(List<Priced> priced) {
    int held = (int) priced.stream().filter(Priced::held).count();
    double[] needed =
        priced.stream()
            .mapToDouble(stone -> error(stone) / (error(stone) < 0 ? low : high))
            .sorted()
            .toArray();
    double scale = held == 0 ? 0 : needed[held - 1];
    double width = Math.exp(scale * high) - Math.exp(scale * low);
    return priced.stream().mapToDouble(Priced::relativeWidth).average().orElse(Double.NaN) / width;
  }

  private static double error(Priced stone) {
    return Math.log(stone.appraised() / stone.estimate());
  }
}
