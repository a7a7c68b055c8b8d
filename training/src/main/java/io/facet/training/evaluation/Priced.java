package io.facet.training.evaluation;

import io.facet.valuation.Estimate;
import io.facet.valuation.stone.Diamond;

/**
 * A stone priced by both, for comparison; all in USD.
 *
 * @param stone the stone
 * @param appraised the expert's price
 * @param estimate the model's price
 * @param low lower end of the model's range
 * @param high upper end
 */
public record Priced(Diamond stone, double appraised, double estimate, double low, double high) {

  public static Priced of(Diamond stone, double appraised, Estimate estimate) {
    return new Priced(
        stone, appraised, estimate.price(), estimate.range().low(), estimate.range().high());
  }

  /** How far the estimate lies above the expert's price, in USD. */
  public double error() {
    return estimate - appraised;
  }

  /** How far the estimate lies above the expert's price, in % of that price. */
  public double percentOff() {
    return 100 * error() / appraised;
  }

  double shareOff() {
    return Math.abs(error()) / appraised;
  }

  /** Whether the range holds the expert's price. */
  public boolean held() {
    return low <= appraised && appraised <= high;
  }

  double relativeWidth() {
    return (high - low) / estimate;
  }
}
