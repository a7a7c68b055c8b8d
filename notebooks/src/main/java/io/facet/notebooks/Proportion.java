package io.facet.notebooks;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one proportion changes, all else typical.
 *
 * @param factor its name
 * @param value in the unit of that factor
 * @param percent by which the price departs from that of typical proportions
 */
public record Proportion(String factor, double value, double percent) {

  private static final int STEPS = 60;

  /** The proportions, which are the factors after the four Cs. */
  public static List<Factor> factors() {
    return Arrays.stream(Factor.values()).filter(f -> f.compareTo(Factor.CUT) > 0).toList();
  }

  /** Varies {@code factor} over what 98 of 100 of {@code stones} have. */
  public static List<Proportion> varied(
      Appraiser appraiser, Factor factor, List<Appraisal> stones) {
    double[] seen = stones.stream().mapToDouble(one -> factor.of(one.stone())).sorted().toArray();
    double low = seen[seen.length / 100];
    double high = seen[seen.length - 1 - seen.length / 100];
    double[] factors = appraiser.typicalFactors();
    double typical = appraiser.model().logPrice(factors);
    List<Proportion> varied = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      double value = low + (high - low) * step / STEPS;
      factors[factor.ordinal()] = value;
      double percent = 100 * Math.expm1(appraiser.model().logPrice(factors) - typical);
      varied.add(new Proportion(factor.words(), value, percent));
    }
    return varied;
  }
}
