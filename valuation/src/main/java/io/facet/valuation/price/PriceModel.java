package io.facet.valuation.price;

/**
 * What has been learned about prices. Every form works on the nine factors of {@link
 * io.facet.valuation.stone.Factor} in their order, in log price, and explains itself exactly.
 */
public sealed interface PriceModel permits LinearModel, TreeEnsemble, PriceList, Blend {

  /** The natural logarithm of the price in USD. */
  double logPrice(double[] factors);

  /**
   * Exact Shapley values of the nine factors in log price, for the game in which a factor outside
   * the coalition has its value of {@code reference} (baseline Shapley: Sundararajan and Najmi, The
   * Many Shapley Values for Model Explanation, 2020). They sum to {@code logPrice(factors) -
   * logPrice(reference)}; a factor with the same value in both has 0.
   */
  double[] contributions(double[] factors, double[] reference);
}
