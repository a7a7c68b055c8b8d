package io.facet.training.families;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.LinearModel;
import io.facet.valuation.price.PriceModel;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * The honest baseline: least squares on log price, linear in log weight and proportions, with a
 * step for each grade. A little ridge keeps grades apart that a small sample doesn't tell apart.
 */
final class Linear implements ModelFamily {

  private static final double RIDGE = 1e-3;
  private static final int COLORS = Factor.COLOR.grades().size();
  private static final int CLARITIES = Factor.CLARITY.grades().size();
  private static final int CUTS = Factor.CUT.grades().size();
  private static final int FIRST_COLOR = 1;
  private static final int FIRST_CLARITY = FIRST_COLOR + COLORS;
  private static final int FIRST_CUT = FIRST_CLARITY + CLARITIES;
  private static final int FIRST_PROPORTION = FIRST_CUT + CUTS;
  private static final int PROPORTIONS = Factor.COUNT - Factor.DEPTH.ordinal();
  private static final int TERMS = FIRST_PROPORTION + PROPORTIONS;

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String inWords() {
    return """
        Least squares: the price is a power of the weight, times a fixed multiplier for each grade, times one for each of
        the proportions. A little ridge steadies grades of few stones.\
        """;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("ridge", Double.toString(RIDGE));
  }

  @Override
  public PriceModel fit(List<Appraisal> stones, long seed) {
    SimpleMatrix terms = new SimpleMatrix(stones.size(), TERMS);
    SimpleMatrix logPrices = new SimpleMatrix(stones.size(), 1);
    for (int row = 0; row < stones.size(); row++) {
      terms.setRow(row, 0, terms(Factor.all(stones.get(row).stone())));
      logPrices.set(row, 0, Math.log(stones.get(row).price()));
    }
    // Centred, so that the intercept is not shrunk and the grades' steps balance around 0.
    double[] means = means(terms);
    double meanLogPrice = logPrices.elementSum() / stones.size();
    for (int row = 0; row < stones.size(); row++) {
      for (int term = 0; term < TERMS; term++) {
        terms.set(row, term, terms.get(row, term) - means[term]);
      }
      logPrices.set(row, 0, logPrices.get(row, 0) - meanLogPrice);
    }
    SimpleMatrix gram =
        terms.transpose().mult(terms).plus(SimpleMatrix.identity(TERMS).scale(RIDGE));
    double[] weights = gram.solve(terms.transpose().mult(logPrices)).getDDRM().getData();
    return model(weights, meanLogPrice - dot(weights, means));
  }

  private static double[] terms(double[] factors) {
    double[] terms = new double[TERMS];
    terms[0] = Math.log(factors[Factor.CARAT.ordinal()]);
    terms[FIRST_COLOR + (int) factors[Factor.COLOR.ordinal()]] = 1;
    terms[FIRST_CLARITY + (int) factors[Factor.CLARITY.ordinal()]] = 1;
    terms[FIRST_CUT + (int) factors[Factor.CUT.ordinal()]] = 1;
    System.arraycopy(factors, Factor.DEPTH.ordinal(), terms, FIRST_PROPORTION, PROPORTIONS);
    return terms;
  }

  private static LinearModel model(double[] weights, double intercept) {
    return new LinearModel(
        intercept,
        weights[0],
        Arrays.copyOfRange(weights, FIRST_COLOR, FIRST_CLARITY),
        Arrays.copyOfRange(weights, FIRST_CLARITY, FIRST_CUT),
        Arrays.copyOfRange(weights, FIRST_CUT, FIRST_PROPORTION),
        Arrays.copyOfRange(weights, FIRST_PROPORTION, TERMS));
  }

  private static double[] means(SimpleMatrix terms) {
    double[] means = new double[TERMS];
    for (int term = 0; term < TERMS; term++) {
      means[term] = terms.getColumn(term).elementSum() / terms.getNumRows();
    }
    return means;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
