package io.facet.training.pricelist;

import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;

/**
 * The proportions of one stone, to be given to stones of any weight. The inverse of {@link Factor}:
 * x = spread·∛carat, y = roundness·x, z = (depth + height)/100·√(x·y).
 *
 * @param depth %
 * @param table %
 * @param spread mm per cube-root carat
 * @param roundness y / x
 * @param height percentage points
 */
record TypicalProportions(
    double depth, double table, double spread, double roundness, double height) {

  /** Those of a stone with these nine factors. */
  static TypicalProportions of(double[] factors) {
    return new TypicalProportions(
        factors[Factor.DEPTH.ordinal()],
        factors[Factor.TABLE.ordinal()],
        factors[Factor.SPREAD.ordinal()],
        factors[Factor.ROUNDNESS.ordinal()],
        factors[Factor.HEIGHT.ordinal()]);
  }

  /** As the model sees it: the same as the stone of these proportions in all but the four Cs. */
  Diamond stone(double carat, Cut cut, Color color, Clarity clarity) {
    double x = spread * Math.cbrt(carat);
    double y = roundness * x;
    double z = (depth + height) / 100 * Math.sqrt(x * y);
    return new Diamond(carat, cut, color, clarity, depth, table, x, y, z);
  }
}
