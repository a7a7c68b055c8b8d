package io.facet.valuation.stone;

import java.util.List;

/**
 * A round brilliant that can exist. The constructor throws {@link ImpossibleStoneException}, naming
 * everything that can't be.
 *
 * @param carat weight in ct, in (0, 100]
 * @param cut cut grade
 * @param color color grade
 * @param clarity clarity grade
 * @param depth stated total depth, % of the mean diameter; within 10 points of the measured depth
 * @param table width of the table, % of the diameter
 * @param x length in mm
 * @param y width in mm
 * @param z height in mm
 */
public record Diamond(
    double carat,
    Cut cut,
    Color color,
    Clarity clarity,
    double depth,
    double table,
    double x,
    double y,
    double z) {

  public Diamond {
    List<StoneProblem> problems = Possibility.problems(carat, depth, table, x, y, z);
    if (!problems.isEmpty()) {
      throw new ImpossibleStoneException(problems);
    }
  }
}
