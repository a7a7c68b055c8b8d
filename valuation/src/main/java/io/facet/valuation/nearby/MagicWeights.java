package io.facet.valuation.nearby;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Weights in ct from which on the trade pays more a carat: a stone of 0.99 ct is not one of 1. */
public final class MagicWeights {

  private static final double[] WEIGHTS = {.3, .4, .5, .7, .9, 1, 1.5, 2, 3, 4, 5};

  private MagicWeights() {}

  /** The next one below {@code carat}; none where there is no lighter one. */
  public static OptionalDouble below(double carat) {
    return Arrays.stream(WEIGHTS).filter(weight -> weight < carat).max();
  }

  /** The next one above {@code carat}; none where there is no heavier one. */
  public static OptionalDouble above(double carat) {
    return Arrays.stream(WEIGHTS).filter(weight -> weight > carat).min();
  }
}
