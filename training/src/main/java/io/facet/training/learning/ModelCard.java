package io.facet.training.learning;

import io.facet.registry.folder.Provenance;
import io.facet.training.evaluation.CaratBands;
import io.facet.training.evaluation.Figures;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.ReferenceStone;
import java.util.Locale;
import java.util.Map;

/** What a person should know before trusting a model, in Markdown. */
public final class ModelCard {

  private ModelCard() {}

  public static String of(Trained trained) {
    Provenance provenance = trained.provenance();
    StringBuilder card = new StringBuilder("# A Facet appraiser\n\n");
    card.append(
        "Family `%s`, seed %d, learned %s, commit `%s`.%n"
            .formatted(
                provenance.family(),
                provenance.seed(),
                provenance.trainedAt(),
                provenance.commit()));
    card.append("\n## What it learned from\n\n");
    card.append("| file | rows | accepted | unappraised | set aside | SHA-256 |\n");
    card.append("|---|---|---|---|---|---|\n");
    for (Provenance.Data data : provenance.data()) {
      card.append(
          "| %s | %d | %d | %d | %d | `%s…` |%n"
              .formatted(
                  data.name(),
                  data.rows(),
                  data.accepted(),
                  data.unappraised(),
                  data.setAside(),
                  data.sha256().substring(0, 12)));
    }
    card.append("\n## How good it is\n\nOut of fold: every stone priced by a model that had not");
    card.append(" seen it, with ranges calibrated on other stones.\n\n");
    card.append(
        "| stones | n | R² | MAE $ | MAPE % | median APE % | held by the 90 % range | width |\n");
    card.append("|---|---|---|---|---|---|---|---|\n");
    row(card, "all", trained.validation().figures());
    for (Map.Entry<String, Figures> band :
        CaratBands.figures(trained.validation().priced()).entrySet()) {
      row(card, band.getKey(), band.getValue());
    }
    ReferenceStone reference = trained.appraiser().reference();
    card.append("\n## How it explains itself\n\nEvery ladder of reasons starts from ")
        .append(reference.name())
        .append(": exact Shapley values of nine factors in log price.\n");
    card.append(
        """

        ## What it does not know

        Prices are medians, in the USD of the appraisals that it learned from, which end at %,.0f USD. It looks at round
        brilliants only, and not at shape, laboratory, fluorescence, polish or symmetry. A stone unlike those it has seen
        is priced with a caveat.
        """
            .formatted(
                trained.validation().priced().stream()
                    .mapToDouble(Priced::appraised)
                    .max()
                    .orElse(Double.NaN)));
    return card.toString();
  }

  private static void row(StringBuilder card, String name, Figures figures) {
    card.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.4f | %.0f | %.2f | %.2f | %.1f %% | %.1f %% |%n",
            name,
            figures.stones(),
            figures.r2(),
            figures.mae(),
            figures.mape(),
            figures.medianApe(),
            figures.coverage(),
            figures.width()));
  }
}
