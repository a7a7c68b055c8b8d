package io.facet.training.pricelist;

import io.facet.valuation.stone.Diamond;

/**
 * One price of the list.
 *
 * @param band the weights that it stands for
 * @param stone what was priced: the lightest stone of the band, with typical proportions
 * @param usd price of that stone in USD
 * @param stones how many stones of that band, color and clarity were learned from, of any cut
 */
record ListedPrice(WeightBand band, Diamond stone, double usd, long stones) {

  double usdPerCarat() {
    return usd / stone.carat();
  }

  /** Whether no such stone was learned from, so that the price rests on its neighbours only. */
  boolean isFar() {
    return stones == 0;
  }
}
