package io.facet.notebooks;

import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model asks for a stone of typical proportions.
 *
 * @param carat weight in ct
 * @param usd price in USD
 */
public record Listed(double carat, Color color, Clarity clarity, Cut cut, double usd) {

  /** The price of one stone. */
  public static Listed price(
      Appraiser appraiser, double carat, Color color, Clarity clarity, Cut cut) {
    double[] factors = appraiser.typicalFactors();
    factors[Factor.CARAT.ordinal()] = carat;
    factors[Factor.COLOR.ordinal()] = color.ordinal();
    factors[Factor.CLARITY.ordinal()] = clarity.ordinal();
    factors[Factor.CUT.ordinal()] = cut.ordinal();
    return new Listed(carat, color, clarity, cut, Math.exp(appraiser.model().logPrice(factors)));
  }

  /** The prices of every color, clarity and cut at each of {@code carats}. */
  public static List<Listed> all(Appraiser appraiser, double... carats) {
    List<Listed> prices = new ArrayList<>();
    for (double carat : carats) {
      for (Color color : Color.values()) {
        for (Clarity clarity : Clarity.values()) {
          for (Cut cut : Cut.values()) {
            prices.add(price(appraiser, carat, color, clarity, cut));
          }
        }
      }
    }
    return prices;
  }

  /** Every hundredth of a carat from {@code from} to {@code to}. */
  public static double[] hundredths(double from, double to) {
    double[] carats = new double[(int) Math.round(100 * (to - from)) + 1];
    Arrays.setAll(carats, i -> Math.round(100 * from + i) / 100.0);
    return carats;
  }
}
