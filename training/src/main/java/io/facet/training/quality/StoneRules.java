package io.facet.training.quality;

import io.facet.training.quality.Slip.Sizes;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one row says about its stone: the problems that reading found, by rule, and the odd. */
final class StoneRules {

  private StoneRules() {}

  /** The findings for which {@code row} is set aside; empty for a sound one. */
  static List<Finding> bad(StoneRow row, Optional<Slip> slip) {
    List<Finding> findings = new ArrayList<>(row.problems().size());
    for (StoneRow.Problem problem : row.problems()) {
      Rule rule = rule(problem);
      String guess = isGeometry(rule) ? guess(slip) : "";
      findings.add(
          new Finding(
              rule, row.line(), problem.column(), problem.value(), problem.detail() + guess));
    }
    return findings;
  }

  /** What is odd about a possible {@code stone}; empty for an ordinary one. */
  static List<Finding> odd(long line, Diamond stone) {
    Sizes sizes = sizes(stone);
    return Stream.of(
            new Measure(Rule.ODD_DEPTH_FIT, "depth", stone.depth(), sizes.depthOff()),
            new Measure(Rule.ODD_WEIGHT_FIT, "carat", stone.carat(), sizes.caratPerMm3()),
            new Measure(Rule.ODD_DEPTH, "depth", stone.depth(), stone.depth()),
            new Measure(Rule.ODD_TABLE, "table", stone.table(), stone.table()),
            new Measure(Rule.ODD_OUTLINE, "y", stone.y(), stone.y() / stone.x()))
        .filter(measure -> measure.rule.isBroken(measure.measured))
        .map(measure -> measure.finding(line))
        .toList();
  }

  /** What a rule about proportions looks at, and the cell that it comes from. */
  private record Measure(Rule rule, String column, double value, double measured) {

    private Finding finding(long line) {
      String words =
          switch (rule) {
            case ODD_DEPTH_FIT -> "lies %.1f points off what x, y and z make it";
            case ODD_WEIGHT_FIT -> "is %.4f ct per mm³ of x·y·z";
            case ODD_OUTLINE -> "is %.3f times x";
            default -> "is %.1f %%";
          };
      String reason =
          "%s (usual: %s)"
              .formatted(String.format(Locale.ROOT, words, measured), rule.bar().words());
      return Finding.of(rule, line, column, value, reason);
    }
  }

  /** The slip that explains a row with numbers that don't fit each other, if one does. */
  static Optional<Slip> slip(StoneFile file, StoneRow row) {
    return Slip.in(
        row.stone()
            .map(StoneRules::sizes)
            .orElseGet(
                () ->
                    new Sizes(
                        number(file.cell(row, Feature.CARAT)),
                        number(file.cell(row, Feature.DEPTH)),
                        number(file.cell(row, Feature.TABLE)),
                        number(file.cell(row, Feature.X)),
                        number(file.cell(row, Feature.Y)),
                        number(file.cell(row, Feature.Z)))));
  }

  private static Rule rule(StoneRow.Problem problem) {
    if (problem.column().equals("row")) {
      return Rule.CELLS;
    }
    if (problem.column().equals("price")) {
      return Rule.PRICE;
    }
    if (problem.value().isBlank()) {
      return Rule.MISSING;
    }
    Feature feature = Feature.valueOf(problem.column().toUpperCase(Locale.ROOT));
    double value = number(problem.value());
    if (feature.isGrade()) {
      return Rule.GRADE;
    }
    if (!Double.isFinite(value)) {
      return Rule.NUMBER;
    }
    return switch (feature) {
      case CARAT -> value > 0 && !Rule.WEIGHT.isBroken(value) ? Rule.WEIGHT_FIT : Rule.WEIGHT;
      case DEPTH -> Rule.DEPTH_FIT;
      case X, Y, Z -> Rule.DIMENSION;
      case TABLE, CUT, COLOR, CLARITY ->
          throw new IllegalStateException(problem.column() + " of " + value + " has no rule");
    };
  }

  private static boolean isGeometry(Rule rule) {
    return switch (rule) {
      case WEIGHT, WEIGHT_FIT, DEPTH_FIT -> true;
      default -> false;
    };
  }

  private static String guess(Optional<Slip> slip) {
    return slip.map(found -> "; all would fit if " + found.words()).orElse("");
  }

  private static Sizes sizes(Diamond stone) {
    return new Sizes(stone.carat(), stone.depth(), stone.table(), stone.x(), stone.y(), stone.z());
  }

  /** Anything that isn't a number of the file's own kind becomes one that fits nowhere. */
  private static double number(String text) {
    try {
      return text.strip().matches("[-+0-9.eE]+") ? Double.parseDouble(text.strip()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
