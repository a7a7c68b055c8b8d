package io.facet.training.evaluation;

import io.facet.valuation.Estimate;

/**
 * A stone priced by both, for comparison; all in USD.
 *
 * @param carat weight in ct
 * @param appraised the expert's price
 * @param estimate the model's price
 * @param low lower end of the model's range
 * @param high upper end
 */
public record Priced(double carat, double appraised, double estimate, double low, double high) {

  public static Priced of(double carat, double appraised, Estimate estimate) {
    return new Priced(
        carat, appraised, estimate.price(), estimate.range().low(), estimate.range().high());
  }

  double error() {
    return estimate - appraised;
  }

  double shareOff() {
    return Math.abs(error()) / appraised;
  }

  boolean held() {
    return low <= appraised && appraised <= high;
  }

  double relativeWidth() {
    return (high - low) / estimate;
  }
}
