package io.facet.notebooks;

import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a grade changes, all else held at the middle of the list: G, SI1, Very Good.
 *
 * @param c which of the Cs
 * @param grade as the trade spells it
 * @param weight such as {@code 1.00 ct}
 * @param percent by which the price departs from that of the middle grade
 */
public record GradeStep(String c, String grade, String weight, double percent) {

  private static final List<Factor> GRADED = List.of(Factor.COLOR, Factor.CLARITY, Factor.CUT);

  /** Every grade of color, clarity and cut at each of {@code carats}. */
  public static List<GradeStep> all(Appraiser appraiser, double... carats) {
    List<GradeStep> steps = new ArrayList<>();
    for (double carat : carats) {
      double[] middle = appraiser.typicalFactors();
      middle[Factor.CARAT.ordinal()] = carat;
      middle[Factor.COLOR.ordinal()] = Color.G.ordinal();
      middle[Factor.CLARITY.ordinal()] = Clarity.SI1.ordinal();
      middle[Factor.CUT.ordinal()] = Cut.VERY_GOOD.ordinal();
      double price = appraiser.model().logPrice(middle);
      for (Factor c : GRADED) {
        for (int grade = 0; grade < c.grades().size(); grade++) {
          double[] factors = middle.clone();
          factors[c.ordinal()] = grade;
          double percent = 100 * Math.expm1(appraiser.model().logPrice(factors) - price);
          String weight = String.format(Locale.ROOT, "%.2f ct", carat);
          steps.add(new GradeStep(c.words(), c.grades().get(grade), weight, percent));
        }
      }
    }
    return steps;
  }
}
