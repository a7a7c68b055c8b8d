package io.facet.valuation.price;

import io.facet.valuation.stone.Factor;
import java.util.Arrays;

/**
 * A price list such as the trade uses, weight by color by clarity by cut for typical proportions,
 * times a correction for the proportions that a stone has.
 */
public final class PriceList implements PriceModel {

  private static final int COLORS = Factor.COLOR.grades().size();
  private static final int CLARITIES = Factor.CLARITY.grades().size();
  private static final int CUTS = Factor.CUT.grades().size();

  /** One row for every combination of color, clarity and cut. */
  public static final int ROWS = COLORS * CLARITIES * CUTS;

  private static final int LIST_FACTORS = 4;

  private final double[] carats;
  private final double[] logCarats;
  // Weight after weight, so that the two numbers between which a price lies are near each other.
  private final double[] logPrices;
  private final Correction correction;

  /**
   * @param carats the listed weights in ct, rising; prices follow a straight line in log weight and
   *     log price between and beyond them
   * @param logPrices log of the price in USD: {@value #ROWS} numbers for each weight, in the order
   *     of {@link #row}
   * @param correction for proportions
   */
  public PriceList(double[] carats, double[] logPrices, Correction correction) {
    if (carats.length < 2 || logPrices.length != carats.length * ROWS) {
      throw new IllegalArgumentException(
          "a price list of %d weights has %d prices".formatted(carats.length, logPrices.length));
    }
    this.carats = carats.clone();
    this.logPrices = logPrices.clone();
    this.correction = correction;
    this.logCarats = Arrays.stream(carats).map(Math::log).toArray();
    for (int i = 0; i < carats.length; i++) {
      if (!(carats[i] > 0 && (i == 0 || carats[i - 1] < carats[i]))) {
        throw new IllegalArgumentException("the weights of a price list must rise from above 0");
      }
    }
  }

  /** Where the prices of these grades stand: positions from the worst grade, 0, to the best. */
  public static int row(int color, int clarity, int cut) {
    return (color * CLARITIES + clarity) * CUTS + cut;
  }

  /** The grade that the prices in {@code row} are for: what {@link #row} was given. */
  public static int grade(Factor factor, int row) {
    return row / rowsApart(factor) % factor.grades().size();
  }

  /** How many rows lie between a color, clarity or cut and the next better one. */
  public static int rowsApart(Factor factor) {
    return switch (factor) {
      case COLOR -> row(1, 0, 0);
      case CLARITY -> row(0, 1, 0);
      case CUT -> row(0, 0, 1);
      default ->
          throw new IllegalArgumentException("a price list has no rows by " + factor.label());
    };
  }

  public double[] carats() {
    return carats.clone();
  }

  public double[] logPrices() {
    return logPrices.clone();
  }

  public Correction correction() {
    return correction;
  }

  /** Log of the list price of a stone of typical proportions. */
  public double listed(double carat, int color, int clarity, int cut) {
    double logCarat = Math.log(carat);
    return listed(interval(logCarat), logCarat, row(color, clarity, cut));
  }

  @Override
  public double logPrice(double[] factors) {
    return listed(factors[0], (int) factors[1], (int) factors[2], (int) factors[3])
        + correction.of(factors);
  }

  @Override
  public double[] contributions(double[] factors, double[] reference) {
    double[] contributions = new double[Factor.COUNT];
    double[] worths = new double[1 << LIST_FACTORS];
    for (int coalition = 0; coalition < worths.length; coalition++) {
      worths[coalition] =
          listed(
              pick(coalition, 0, factors, reference),
              (int) pick(coalition, 1, factors, reference),
              (int) pick(coalition, 2, factors, reference),
              (int) pick(coalition, 3, factors, reference));
    }
    Shapley.share(worths, LIST_FACTORS, contributions);
    correction.share(factors, reference, contributions);
    return contributions;
  }

  private static double pick(int coalition, int player, double[] in, double[] out) {
    return (coalition & 1 << player) != 0 ? in[player] : out[player];
  }

  private double listed(int interval, double logCarat, int row) {
    double low = logPrices[interval * ROWS + row];
    double high = logPrices[(interval + 1) * ROWS + row];
    double way = (logCarat - logCarats[interval]) / (logCarats[interval + 1] - logCarats[interval]);
    // Exact at both ends, and never down where the list doesn't go down.
    return way < 1 ? low + way * (high - low) : high + (way - 1) * (high - low);
  }

  /** The listed weight from which the line leads that {@code logCarat} lies on. */
  private int interval(double logCarat) {
    int found = Arrays.binarySearch(logCarats, logCarat);
    int above = found >= 0 ? found + 1 : -found - 1;
    return Math.min(Math.max(above - 1, 0), carats.length - 2);
  }
}
