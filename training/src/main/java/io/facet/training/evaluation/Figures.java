package io.facet.training.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How close estimates come to the expert's prices.
 *
 * @param stones how many were compared
 * @param r2 share of the variance of prices that is explained, in USD
 * @param mae mean absolute error, USD
 * @param rmse root of the mean squared error, USD
 * @param mape mean absolute error in % of the price
 * @param medianApe median absolute error in % of the price
 * @param within10 % of stones less than 10 % off
 * @param within20 % of stones less than 20 % off
 * @param coverage % of stones whose price the range holds
 * @param width mean width of the range in % of the estimate
 */
public record Figures(
    long stones,
    double r2,
    double mae,
    double rmse,
    double mape,
    double medianApe,
    double within10,
    double within20,
    double coverage,
    double width) {

  /** The figures of {@code priced}; all NaN when there are none. */
  public static Figures of(List<Priced> priced) {
    int n = priced.size();
    double mean = priced.stream().mapToDouble(Priced::appraised).average().orElse(Double.NaN);
    double squares = 0;
    double variance = 0;
    double absolute = 0;
    double width = 0;
    int held = 0;
    double[] off = new double[n];
    for (int i = 0; i < n; i++) {
      Priced stone = priced.get(i);
      squares += stone.error() * stone.error();
      variance += (stone.appraised() - mean) * (stone.appraised() - mean);
      absolute += Math.abs(stone.error());
      width += stone.relativeWidth();
      held += stone.held() ? 1 : 0;
      off[i] = stone.shareOff();
    }
    Arrays.sort(off);
    return new Figures(
        n,
        1 - squares / variance,
        absolute / n,
        Math.sqrt(squares / n),
        100 * Arrays.stream(off).average().orElse(Double.NaN),
        100 * median(off),
        percentBelow(off, .1),
        percentBelow(off, .2),
        100.0 * held / n,
        100 * width / n);
  }

  /** The figures by name, units in the names, in a fixed order. */
  public Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("r2", r2);
    named.put("mae_usd", mae);
    named.put("rmse_usd", rmse);
    named.put("mape_percent", mape);
    named.put("median_ape_percent", medianApe);
    named.put("within_10_percent", within10);
    named.put("within_20_percent", within20);
    named.put("coverage_percent", coverage);
    named.put("range_width_percent", width);
    return named;
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double percentBelow(double[] sorted, double limit) {
    long below = Arrays.stream(sorted).filter(share -> share < limit).count();
    return 100.0 * below / sorted.length;
  }
}
