package io.facet.valuation;

import io.facet.valuation.price.Doubt;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.Optional;

/**
 * How unsure an estimate is, from stone to stone.
 *
 * @param logSpread log of how widely prices spread around the estimate, in the same forms as log
 *     prices
 * @param doubt how unfamiliar a stone is, where that has been learned
 */
public record Uncertainty(PriceModel logSpread, Optional<Doubt> doubt) {

  /** The same for all stones. */
  public static final Uncertainty EVEN =
      new Uncertainty(
          new LinearModel(
              0,
              0,
              new double[Factor.COLOR.grades().size()],
              new double[Factor.CLARITY.grades().size()],
              new double[Factor.CUT.grades().size()],
              new double[Factor.COUNT - Factor.DEPTH.ordinal()]),
          Optional.empty());

  /**
   * What is to be said of one stone.
   *
   * @param spread as a positive scale of the log error
   * @param unfamiliar whether stones like it were hardly seen
   */
  record Judgement(double spread, boolean unfamiliar) {}

  Judgement of(double[] factors) {
    double spread = Math.exp(logSpread.logPrice(factors));
    if (doubt.isEmpty()) {
      return new Judgement(spread, false);
    }
    double share = doubt.get().of(factors);
    return new Judgement(spread * doubt.get().widening(share), doubt.get().isUnusual(share));
  }
}
