package io.facet.valuation.stone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stone as somebody wrote it down, before anyone has checked that it can exist. */
public record StoneDescription(
    @Nullable Double carat,
    @Nullable String cut,
    @Nullable String color,
    @Nullable String clarity,
    @Nullable Double depth,
    @Nullable Double table,
    @Nullable Double x,
    @Nullable Double y,
    @Nullable Double z) {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");

  /** The diamond described here, or all that is wrong with the description. */
  public Checked check() {
    return new Check().check(this);
  }

  /** Checks a stone whose values are text, such as the cells of a CSV row. */
  public static Checked check(Function<Feature, @Nullable String> cells) {
    Check check = new Check();
    return check.check(
        new StoneDescription(
            check.number(Feature.CARAT, cells),
            cells.apply(Feature.CUT),
            cells.apply(Feature.COLOR),
            cells.apply(Feature.CLARITY),
            check.number(Feature.DEPTH, cells),
            check.number(Feature.TABLE, cells),
            check.number(Feature.X, cells),
            check.number(Feature.Y, cells),
            check.number(Feature.Z, cells)));
  }

  private static final class Check {

    private final List<StoneProblem> problems = new ArrayList<>(0);

    private Checked check(StoneDescription stone) {
      Cut cut = grade(Feature.CUT, Cut.class, stone.cut);
      Color color = grade(Feature.COLOR, Color.class, stone.color);
      Clarity clarity = grade(Feature.CLARITY, Clarity.class, stone.clarity);
      double carat = present(Feature.CARAT, stone.carat);
      double depth = present(Feature.DEPTH, stone.depth);
      double table = present(Feature.TABLE, stone.table);
      double x = present(Feature.X, stone.x);
      double y = present(Feature.Y, stone.y);
      double z = present(Feature.Z, stone.z);
      for (StoneProblem problem : Possibility.problems(carat, depth, table, x, y, z)) {
        add(problem);
      }
      if (cut == null || color == null || clarity == null || !problems.isEmpty()) {
        problems.sort((a, b) -> a.feature().compareTo(b.feature()));
        return new Checked.Refused(problems);
      }
      return new Checked.Accepted(new Diamond(carat, cut, color, clarity, depth, table, x, y, z));
    }

    private @Nullable Double number(Feature feature, Function<Feature, @Nullable String> cells) {
      String text = cells.apply(feature);
      if (text == null || text.isBlank()) {
        return null;
      }
      if (DECIMAL.matcher(text.strip()).matches()) {
        return Double.valueOf(text.strip());
      }
      String hint = text.indexOf(',') >= 0 ? ": write decimals with a point, as in 0.72" : "";
      add(new StoneProblem(feature, "\"" + abridged(text) + "\" is not a number" + hint));
      return Double.NaN;
    }

    private double present(Feature feature, @Nullable Double value) {
      if (value == null) {
        add(new StoneProblem(feature, "is missing"));
        return Double.NaN;
      }
      return value;
    }

    private <G extends Enum<G> & Grade> @Nullable G grade(
        Feature feature, Class<G> type, @Nullable String text) {
      if (text == null || text.isBlank()) {
        add(new StoneProblem(feature, "is missing", Grade.spellings(type)));
        return null;
      }
      return Grade.parse(type, text)
          .orElseGet(
              () -> {
                String detail =
                    "\"" + abridged(text) + "\" is not a " + feature.column() + " grade";
                add(new StoneProblem(feature, detail, Grade.spellings(type)));
                return null;
              });
    }

    /** Keeps the first problem of a feature: what follows from it would only be noise. */
    private void add(StoneProblem problem) {
      if (problems.stream().noneMatch(known -> known.feature() == problem.feature())) {
        problems.add(problem);
      }
    }

    private static String abridged(String text) {
      return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
  }
}
