package io.facet.training.card;

import io.facet.training.evaluation.CrossValidation;
import io.facet.training.learning.Trained;

/** By which method, with which settings. */
final class LearningSection {

  private LearningSection() {}

  static String of(Trained trained) {
    MarkdownTable parameters = new MarkdownTable("parameter", "value");
    trained
        .provenance()
        .parameters()
        .forEach((name, value) -> parameters.row("`" + name + "`", value));
    return """
        ## How it learned

        %s

        It learned the logarithm of the price from nine factors: weight, color, clarity, cut, depth, table, spread (x for the
        weight), roundness (y to x) and height (measured less stated depth). The figures below come from %d folds; what is
        packaged was learned again from all stones.

        %s"""
        .formatted(trained.family().inWords(), CrossValidation.FOLDS, parameters);
  }
}
