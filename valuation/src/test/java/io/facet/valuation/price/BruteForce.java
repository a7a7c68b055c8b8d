package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;

/** Shapley values by their definition: every one of the 2⁹ coalitions. */
final class BruteForce {

  private BruteForce() {}

  static double[] contributions(PriceModel model, double[] factors, double[] reference) {
    double[] contributions = new double[Factor.COUNT];
    for (int coalition = 0; coalition < 1 << Factor.COUNT; coalition++) {
      double without = model.logPrice(mix(coalition, factors, reference));
      double share = share(Integer.bitCount(coalition));
      for (int i = 0; i < Factor.COUNT; i++) {
        if ((coalition & 1 << i) == 0) {
          double with = model.logPrice(mix(coalition | 1 << i, factors, reference));
          contributions[i] += share * (with - without);
        }
      }
    }
    return contributions;
  }

  private static double share(int size) {
    return factorial(size) * factorial(Factor.COUNT - 1 - size) / factorial(Factor.COUNT);
  }

  private static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  private static double[] mix(int coalition, double[] factors, double[] reference) {
    double[] mixed = reference.clone();
    for (int i = 0; i < Factor.COUNT; i++) {
      if ((coalition & 1 << i) != 0) {
        mixed[i] = factors[i];
      }
    }
    return mixed;
  }
}
