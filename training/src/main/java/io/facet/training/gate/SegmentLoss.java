package io.facet.training.gate;

import io.facet.training.evaluation.Segmentation;
import java.util.Locale;

/**
 * How much more the challenger errs than the champion on stones of one kind.
 *
 * @param by what makes them a kind
 * @param name of the kind, such as {@code VS1}
 * @param stones how many
 * @param mae mean absolute error of the challenger, USD
 * @param rivalMae the same of the champion
 * @param loss how much more, in %; below 0 where the challenger errs less
 * @param atLeast lower end of the interval of {@code loss}, Holm-corrected
 * @param p Holm-adjusted, of a loss of {@link EvenSegments#ALLOWED} or less
 */
public record SegmentLoss(
    Segmentation by,
    String name,
    int stones,
    double mae,
    double rivalMae,
    double loss,
    double atLeast,
    double p) {

  /** Whether the loss is above what is allowed, by more than chance. */
  public boolean exceeds() {
    return p < 1 - LowerError.CONFIDENCE;
  }

  /** Such as {@code clarity VS1}. */
  public String words() {
    return by == Segmentation.WEIGHT ? name : by.words().toLowerCase(Locale.ROOT) + " " + name;
  }
}
