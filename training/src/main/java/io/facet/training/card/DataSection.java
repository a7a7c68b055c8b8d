package io.facet.training.card;

import io.facet.registry.folder.Provenance;
import io.facet.training.learning.Trained;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.stone.Factor;

/** The files, and the ends of what they taught. */
final class DataSection {

  private DataSection() {}

  static String of(Trained trained) {
    MarkdownTable files =
        new MarkdownTable("file", "rows", "accepted", "unappraised", "set aside", "SHA-256");
    for (Provenance.Data data : trained.provenance().data()) {
      files.row(
          data.name(),
          Long.toString(data.rows()),
          Long.toString(data.accepted()),
          Long.toString(data.unappraised()),
          Long.toString(data.setAside()),
          "`" + data.sha256().substring(0, 12) + "…`");
    }
    TrainingDomain domain = trained.appraiser().domain();
    MarkdownTable factors = new MarkdownTable("factor", "lowest", "highest");
    for (Factor factor : Factor.values()) {
      factors.row(
          factor.words(),
          factor.format(domain.lowest(factor)),
          factor.format(domain.highest(factor)));
    }
    return """
        ## What it learned from

        %s
        Every row that was set aside, and why: [set-aside.csv](training/set-aside.csv). What the accepted stones reach from and to:

        %s"""
        .formatted(files, factors);
  }
}
