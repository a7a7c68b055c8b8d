package io.facet.training.card;

import io.facet.registry.folder.Provenance;
import io.facet.training.learning.Trained;

/** What a person should know before trusting a model, in Markdown. */
public final class ModelCard {

  private ModelCard() {}

  /** The card of {@code trained}; its pictures are those of {@code training/} beside it. */
  public static String of(Trained trained) {
    return String.join(
        "\n",
        title(trained.provenance()),
        DataSection.of(trained),
        LearningSection.of(trained),
        FigureSection.of(trained.validation()),
        CalibrationSection.of(trained.validation()),
        ReliabilitySection.of(trained.validation()),
        FallSection.of(trained.rising()),
        reasons(trained),
        LimitsSection.of(trained));
  }

  private static String title(Provenance provenance) {
    return """
        # A Facet appraiser

        It says what a round brilliant is worth in USD, in which range, and why. Family `%s`, seed %d, learned %s,
        commit `%s`. What it asks per carat is in [the price list](price-list.html), to print from [PDF](price-list.pdf),
        to load from [CSV](price-list.csv).
        """
        .formatted(
            provenance.family(), provenance.seed(), provenance.trainedAt(), provenance.commit());
  }

  private static String reasons(Trained trained) {
    return """
        ## How it explains itself

        Every ladder of reasons starts from %s:
        exact Shapley values of nine factors in log price.

        ![What sets prices apart](training/importance.png)
        """
        .formatted(trained.appraiser().reference().name());
  }
}
