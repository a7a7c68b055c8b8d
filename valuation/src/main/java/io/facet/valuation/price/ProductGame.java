package io.facet.valuation.price;

/**
 * The game whose worth is the product of what the first players give times what the product of the
 * others departs from a constant. Its Shapley values are integrals of the multilinear extension
 * along the diagonal (Owen, Multilinear Extensions of Games, 1972): polynomials of a degree that
 * the Gauss-Legendre rule of five nodes integrates exactly for up to ten players.
 */
final class ProductGame {

  // Abramowitz and Stegun, table 25.4, moved from [-1, 1] to [0, 1].
  private static final double INNER = Math.sqrt(5 - 2 * Math.sqrt(10.0 / 7)) / 3;
  private static final double OUTER = Math.sqrt(5 + 2 * Math.sqrt(10.0 / 7)) / 3;
  private static final double[] NODES = {
    .5, .5 - INNER / 2, .5 + INNER / 2, .5 - OUTER / 2, .5 + OUTER / 2
  };
  private static final double INNER_WEIGHT = (322 + 13 * Math.sqrt(70)) / 1800;
  private static final double OUTER_WEIGHT = (322 - 13 * Math.sqrt(70)) / 1800;
  private static final double[] WEIGHTS = {
    64.0 / 225, INNER_WEIGHT, INNER_WEIGHT, OUTER_WEIGHT, OUTER_WEIGHT
  };

  /** What lies so far from both stones changes no bit of a price. */
  private static final double NOTHING = 1e-20;

  private final int first;
  private final double[] in;
  private final double[] out;
  private final double[] mixed;
  private final double[] before;

  /**
   * @param first how many players come first
   * @param players how many there are
   */
  ProductGame(int first, int players) {
    this.first = first;
    this.in = new double[players];
    this.out = new double[players];
    this.mixed = new double[players];
    this.before = new double[players];
  }

  /** What {@code player} gives inside and outside of a coalition, both from 0 to 1. */
  void player(int player, double inside, double outside) {
    in[player] = inside;
    out[player] = outside;
  }

  /** Adds every player's Shapley value of the game times {@code weight}. */
  void share(double weight, double constant, double[] shares) {
    double most = Math.abs(weight);
    for (int i = 0; i < first; i++) {
      most *= Math.max(in[i], out[i]);
    }
    if (most < NOTHING) {
      return;
    }
    for (int node = 0; node < NODES.length; node++) {
      double share = weight * WEIGHTS[node];
      double others = mix(NODES[node], first, in.length);
      double firsts = mix(NODES[node], 0, first);
      shareAmong(0, first, share * (others - constant), shares);
      shareAmong(first, in.length, share * firsts, shares);
    }
  }

  /**
   * The product of the players {@code from} until {@code to}, each inside with chance {@code q}.
   */
  private double mix(double q, int from, int to) {
    double product = 1;
    for (int i = from; i < to; i++) {
      before[i] = product;
      mixed[i] = out[i] + q * (in[i] - out[i]);
      product *= mixed[i];
    }
    return product;
  }

  private void shareAmong(int from, int to, double share, double[] shares) {
    double after = share;
    for (int i = to - 1; i >= from; i--) {
      shares[i] += (in[i] - out[i]) * before[i] * after;
      after *= mixed[i];
    }
  }
}
