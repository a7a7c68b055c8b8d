package io.facet.training.families.gaussian;

import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Factor;

/**
 * Makes a price list rise with weight and with every grade, as the trade is sure that it does. Half
 * way between the highest price of all that is no better and the lowest of all that is no worse:
 * both rise everywhere, so their mean does, and a list that rises already stays as it is.
 */
final class Monotone {

  // How far apart neighbours stand: color, clarity, cut, and from one listed weight to the next.
  private static final int[] STEPS = {
    PriceList.row(1, 0, 0), PriceList.row(0, 1, 0), PriceList.row(0, 0, 1), PriceList.ROWS
  };
  private static final int[] SIZES = {
    Factor.COLOR.grades().size(), Factor.CLARITY.grades().size(), Factor.CUT.grades().size()
  };

  private Monotone() {}

  /** The list nearest above and below, averaged. */
  static double[] projected(double[] logPrices) {
    double[] highest = logPrices.clone();
    double[] lowest = logPrices.clone();
    for (int axis = 0; axis < STEPS.length; axis++) {
      int step = STEPS[axis];
      for (int i = 0; i < logPrices.length; i++) {
        if (hasWorse(i, axis)) {
          highest[i] = Math.max(highest[i], highest[i - step]);
        }
      }
      for (int i = logPrices.length - 1; i >= 0; i--) {
        if (hasWorse(i, axis)) {
          lowest[i - step] = Math.min(lowest[i - step], lowest[i]);
        }
      }
    }
    double[] projected = new double[logPrices.length];
    for (int i = 0; i < projected.length; i++) {
      projected[i] = (highest[i] + lowest[i]) / 2;
    }
    return projected;
  }

  /** How many neighbours cost less than what is worse by one step, along all four axes. */
  static long violations(double[] logPrices) {
    long violations = 0;
    for (int axis = 0; axis < STEPS.length; axis++) {
      for (int i = 0; i < logPrices.length; i++) {
        if (hasWorse(i, axis) && logPrices[i] < logPrices[i - STEPS[axis]]) {
          violations++;
        }
      }
    }
    return violations;
  }

  private static boolean hasWorse(int at, int axis) {
    return axis == SIZES.length ? at >= PriceList.ROWS : at / STEPS[axis] % SIZES[axis] > 0;
  }
}
