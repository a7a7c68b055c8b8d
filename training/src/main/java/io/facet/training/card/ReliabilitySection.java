package io.facet.training.card;

import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Decile;

/** Whether estimates come true on average, and where they lean to one side. */
final class ReliabilitySection {

  private ReliabilitySection() {}

  static String of(CrossValidation validation) {
    MarkdownTable table =
        new MarkdownTable(
            "estimates, USD",
            "stones",
            "mean estimate, USD",
            "mean appraised, USD",
            "appraised less estimate, USD (95 % interval)");
    for (Decile decile : Decile.of(validation.priced())) {
      table.row(
          Numbers.number("%,.0f", decile.stones().getFirst().estimate())
              + Numbers.number("–%,.0f", decile.stones().getLast().estimate()),
          Integer.toString(decile.stones().size()),
          Numbers.number("%,.0f", decile.estimate()),
          Numbers.number("%,.0f", decile.appraised()),
          Numbers.number("%+.0f", decile.gap()) + Numbers.interval("%+.0f", decile.gapInterval()));
    }
    return """
        ## Whether estimates come true

        Out of fold again, a tenth of the stones a row, from the lowest estimates to the highest. Intervals are normal
        approximations. Estimates are medians, so the mean of what was appraised need not equal them.

        %s
        ![Mean estimate and mean appraisal](training/reliability.png)

        The errors stone by stone; the line is the median of neighbouring stones, and nine of ten of them lie between the
        dashes:

        ![Errors by weight](training/residual-by-weight.png)

        ![Errors by estimate](training/residual-by-estimate.png)
        """
        .formatted(table);
  }
}
