package io.facet.training.card;

import io.facet.training.evaluation.Falls.Steps;
import io.facet.training.evaluation.Rising;
import io.facet.valuation.stone.Factor;

/** Where a better stone is priced lower, which no jeweller would. */
final class FallSection {

  private FallSection() {}

  static String of(Rising rising) {
    MarkdownTable table =
        new MarkdownTable(
            "better by one step of",
            "steps",
            "cheaper",
            "cheaper, % of steps",
            "largest fall, %",
            "around real stones, % of steps",
            "largest fall there, %");
    rising
        .onGrid()
        .byFactor()
        .forEach(
            (factor, steps) ->
                row(table, words(factor), steps, rising.aroundStones().along(factor)));
    row(table, "all four", rising.onGrid().all(), rising.aroundStones().all());
    return """
        ## Where better stones cost less

        A heavier stone, or one of a better grade, should never cost less while all else is the same.
        %s

        Asked were stones of every .01 ct between the lightest and the heaviest that it learned from, in all colors, clarities
        and cuts, with the proportions that its price list is for (the reference stone's, where it has none), each against those that are better by one step. The last two
        columns say the same of the real stones that it learned from, with their own proportions.

        %s"""
        .formatted(verdict(rising.onGrid().all()), table);
  }

  private static String verdict(Steps all) {
    return all.falls() == 0
        ? "On the grid below it never does."
        : Numbers.number("On the grid below it does in %.2f %% of all steps", all.percent())
            + Numbers.number(", by up to %.2f %%.", all.largest());
  }

  private static void row(MarkdownTable table, String step, Steps grid, Steps around) {
    table.row(
        step,
        Long.toString(grid.pairs()),
        Long.toString(grid.falls()),
        Numbers.number("%.2f", grid.percent()),
        Numbers.number("%.2f", grid.largest()),
        Numbers.number("%.2f", around.percent()),
        Numbers.number("%.2f", around.largest()));
  }

  private static String words(Factor factor) {
    return factor == Factor.CARAT ? "weight (0.01 ct)" : factor.words();
  }
}
