package io.facet.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns an estimate into a range that holds, band by band of weight. Split conformal: the ends are
 * quantiles of what the model got wrong on stones it had not learned from, with the finite-sample
 * correction (Lei et al., Distribution-Free Predictive Inference for Regression, 2018).
 *
 * @param coverage share of stones whose price the range is to hold, in (0, 1)
 * @param bands from light to heavy, the first from 0 ct
 */
public record RangeCalibration(double coverage, List<CaratBand> bands) {

  public RangeCalibration {
    bands = List.copyOf(bands);
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("coverage must lie between 0 and 1: " + coverage);
    }
    if (bands.isEmpty() || bands.get(0).fromCarat() != 0) {
      throw new IllegalArgumentException("the first carat band must start at 0 ct");
    }
    for (int i = 1; i < bands.size(); i++) {
      if (!(bands.get(i - 1).fromCarat() < bands.get(i).fromCarat())) {
        throw new IllegalArgumentException("carat bands must rise");
      }
    }
  }

  /**
   * What the model missed on one stone that it had not learned from.
   *
   * @param carat weight in ct
   * @param error log of the expert's price less log of the estimate, in units of the model's spread
   */
  public record Miss(double carat, double error) {}

  /**
   * Calibrates on {@code misses}. A band with too few stones for the coverage is joined to the one
   * below it.
   *
   * @param coverage share of stones to hold, in (0, 1)
   * @param fromCarats where each band starts, the first at 0 ct
   * @throws IllegalArgumentException when all stones together are too few
   */
  public static RangeCalibration fit(double coverage, double[] fromCarats, List<Miss> misses) {
    double tail = (1 - coverage) / 2;
    List<CaratBand> bands = new ArrayList<>();
    double to = Double.POSITIVE_INFINITY;
    for (int i = fromCarats.length - 1; i >= 0; i--) {
      double[] errors = errors(misses, fromCarats[i], to);
      int outside = (int) Math.floor(tail * (errors.length + 1));
      if (outside >= 1) {
        bands.add(
            0, new CaratBand(fromCarats[i], errors[outside - 1], errors[errors.length - outside]));
        to = fromCarats[i];
      }
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException(
          misses.size() + " stones are too few to calibrate ranges of coverage " + coverage);
    }
    CaratBand lightest = bands.get(0);
    bands.set(0, new CaratBand(0, lightest.low(), lightest.high()));
    return new RangeCalibration(coverage, bands);
  }

  private static double[] errors(List<Miss> misses, double from, double to) {
    return misses.stream()
        .filter(miss -> miss.carat() >= from && miss.carat() < to)
        .mapToDouble(Miss::error)
        .sorted()
        .toArray();
  }

  /** The range of a stone of {@code carat} ct with this estimate and this spread. */
  public PriceRange around(double logPrice, double carat, double spread) {
    CaratBand band = band(carat);
    return new PriceRange(
        Math.exp(logPrice + band.low() * spread),
        Math.exp(logPrice + band.high() * spread),
        coverage);
  }

  private CaratBand band(double carat) {
    int last = bands.size() - 1;
    while (bands.get(last).fromCarat() > carat) {
      last--;
    }
    return bands.get(last);
  }

  /** Where each band starts, in ct. */
  public double[] starts() {
    return bands.stream().mapToDouble(CaratBand::fromCarat).toArray();
  }

  @Override
  public String toString() {
    return "RangeCalibration[" + coverage + " from " + Arrays.toString(starts()) + " ct]";
  }
}
