package io.facet.training.pricelist;

import io.facet.valuation.stone.Diamond;

/**
 * One price of the list.
 *
 * @param band the weights that it stands for
 * @param stone what was priced: the lightest stone of the band, with typical proportions
 * @param usd price of that stone in USD
 * @param stones how many stones of that band, color and clarity were learned from, of any cut
 * @param dear whether it is above every price that was learned from
 */
record ListedPrice(WeightBand band, Diamond stone, double usd, long stones, boolean dear) {

  double usdPerCarat() {
    return usd / stone.carat();
  }

  /** Whether no such stone or none as dear was learned from, so that the price is a guess. */
  boolean isFar() {
    return stones == 0 || dear;
  }
}
