package io.facet.valuation.stone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can't be a diamond. Anything odd that is not listed here is valued, with a caveat. */
public final class Possibility {

  /** No stone weighs more. */
  public static final double HEAVIEST_CT = 100;

  /** How many points the stated depth may lie off 100·z / mean(x, y). */
  public static final double DEPTH_TOLERANCE = 10;

  /**
   * A round brilliant weighs about .0061 ct per mm³ of its box, x·y·z; half and nearly twice that
   * is far outside what any cutter could make of it.
   */
  public static final double LIGHTEST_CT_PER_MM3 = .003;

  /** See {@link #LIGHTEST_CT_PER_MM3}. */
  public static final double HEAVIEST_CT_PER_MM3 = .010;

  private Possibility() {}

  /** Every problem of these measures; how they fit together is judged once each may stand alone. */
  static List<StoneProblem> problems(
      double carat, double depth, double table, double x, double y, double z) {
    List<StoneProblem> problems = new ArrayList<>(0);
    positive(Feature.CARAT, carat, problems);
    if (Double.isFinite(carat) && carat > HEAVIEST_CT) {
      problems.add(new StoneProblem(Feature.CARAT, "must be at most 100 ct"));
    }
    finite(Feature.DEPTH, depth, problems);
    finite(Feature.TABLE, table, problems);
    positive(Feature.X, x, problems);
    positive(Feature.Y, y, problems);
    positive(Feature.Z, z, problems);
    if (problems.isEmpty()) {
      geometry(carat, depth, x, y, z, problems);
    }
    return problems;
  }

  /** The total depth that the dimensions give, in % of the mean diameter. */
  public static double measuredDepth(double x, double y, double z) {
    return 100 * z / ((x + y) / 2);
  }

  private static void positive(Feature feature, double value, List<StoneProblem> problems) {
    if (Double.isFinite(value) && value <= 0) {
      problems.add(new StoneProblem(feature, "must be above 0 " + feature.unit()));
    } else {
      finite(feature, value, problems);
    }
  }

  private static void finite(Feature feature, double value, List<StoneProblem> problems) {
    if (!Double.isFinite(value)) {
      problems.add(new StoneProblem(feature, "is not a number that a stone can have"));
    }
  }

  private static void geometry(
      double carat, double depth, double x, double y, double z, List<StoneProblem> problems) {
    double measured = measuredDepth(x, y, z);
    if (Math.abs(depth - measured) > DEPTH_TOLERANCE) {
      problems.add(
          new StoneProblem(
              Feature.DEPTH,
              String.format(
                  Locale.ROOT,
                  "%.1f %% doesn't fit x, y and z, which make it %.1f %%: they may differ by 10"
                      + " points at most",
                  depth,
                  measured)));
    }
    double density = carat / (x * y * z);
    if (density < LIGHTEST_CT_PER_MM3 || density > HEAVIEST_CT_PER_MM3) {
      problems.add(
          new StoneProblem(
              Feature.CARAT,
              String.format(
                  Locale.ROOT,
                  "%.2f ct doesn't fit a stone of %.2f × %.2f × %.2f mm, which weighs between %.2f"
                      + " and %.2f ct",
                  carat,
                  x,
                  y,
                  z,
                  LIGHTEST_CT_PER_MM3 * x * y * z,
                  HEAVIEST_CT_PER_MM3 * x * y * z)));
    }
  }
}
