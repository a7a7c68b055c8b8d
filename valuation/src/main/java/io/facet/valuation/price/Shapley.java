package io.facet.valuation.price;

/** Shapley values of small games by their definition. */
final class Shapley {

  private Shapley() {}

  /**
   * Adds every player's Shapley value.
   *
   * @param worths of all 2ⁿ coalitions; bit i of the index says whether player i is in
   * @param players n
   */
  static void share(double[] worths, int players, double[] shares) {
    for (int player = 0; player < players; player++) {
      int bit = 1 << player;
      double share = 0;
      for (int coalition = 0; coalition < worths.length; coalition++) {
        if ((coalition & bit) == 0) {
          double gain = worths[coalition | bit] - worths[coalition];
          share += gain * chance(Integer.bitCount(coalition), players);
        }
      }
      shares[player] += share;
    }
  }

  /** The share of all orders in which exactly these {@code before} come before the player. */
  private static double chance(int before, int players) {
    double chance = 1.0 / players;
    for (int i = 1; i <= before; i++) {
      chance *= (double) i / (players - i);
    }
    return chance;
  }
}
