package io.facet.training.families.gaussian;

import io.facet.valuation.stone.Factor;

/** A term of the covariance of two stones' log prices. */
enum Term {
  /** Long waves over the 4Cs: most of what a price list says. */
  LIST_ROUND(Shape.ROUND, 4),
  /**
   * Turns of the list that are sharper than those waves, such as clarity grades of heavy stones.
   */
  LIST_POINTED(Shape.POINTED, 4),
  /** The steps at the magic weights: 0.7, 1, 1.5 ct. */
  WEIGHT(Shape.POINTED, 1),
  /** Long waves over all nine factors: what proportions are worth. */
  PROPORTIONS_ROUND(Shape.ROUND, 9),
  /** Turns that are sharper than those: what a depth of 63 % costs. */
  PROPORTIONS_POINTED(Shape.POINTED_PRODUCT, 9);

  /** How a covariance falls off with the distance d of two stones, in lengths. */
  enum Shape {
    /** exp(−d²/2), the squared exponential. */
    ROUND,
    /** (1 + √3·d)·exp(−√3·d), the Matérn 3/2. */
    POINTED,
    /** The product of such a Matérn 3/2 along each factor. */
    POINTED_PRODUCT;

    /** Whether it is a product over the factors, which exact reasons need. */
    boolean isProduct() {
      return this != POINTED;
    }
  }

  private static final Term[] ALL = values();

  static final int COUNT = ALL.length;

  private final Shape shape;
  private final int factors;

  Term(Shape shape, int factors) {
    this.shape = shape;
    this.factors = factors;
  }

  static Term at(int ordinal) {
    return ALL[ordinal];
  }

  Shape shape() {
    return shape;
  }

  /** It sees the first so many of the nine {@link Factor}s. */
  int factors() {
    return factors;
  }
}
