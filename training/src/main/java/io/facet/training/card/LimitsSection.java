package io.facet.training.card;

import io.facet.training.evaluation.Priced;
import io.facet.training.learning.Trained;
import io.facet.valuation.stone.Factor;

/** What not to ask of the model. */
final class LimitsSection {

  private LimitsSection() {}

  static String of(Trained trained) {
    return """
        ## What it does not know

        - **Prices are medians**, not means: half of all such stones are appraised higher. A sum of many is better made of means
          (`value --mean`).
        - **USD of the time of the appraisals.** The data says neither when they were made nor how prices have moved since.
        - **The dearest stone it learned from was appraised at %,.0f USD.** Prices above that are guesses and carry a caveat; so are
          prices for some way below it, and those carry none.
        - **It learned from nothing heavier than %s.** A stone beyond that, or beyond the lowest or highest it has seen of any
          other factor, is priced with a caveat.
        - **Appraisals, not sales.** It repeats the expert, and his errors with him.
        - **Not considered:** shape (it takes every stone for a round brilliant), laboratory, fluorescence, polish, symmetry.
        - **Grades are taken at their word.** Cut means the five grades of the data, which are no laboratory's.
        """
        .formatted(
            trained.validation().priced().stream()
                .mapToDouble(Priced::appraised)
                .max()
                .orElse(Double.NaN),
            Factor.CARAT.format(trained.appraiser().domain().highest(Factor.CARAT)));
  }
}
