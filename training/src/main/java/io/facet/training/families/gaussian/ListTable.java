package io.facet.training.families.gaussian;

import io.facet.valuation.price.Axis;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The posterior mean over weight, color, clarity and cut, at typical proportions. */
final class ListTable {

  private static final int CLARITIES = Factor.CLARITY.grades().size();
  private static final int CUTS = Factor.CUT.grades().size();
  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();

  private final Posterior posterior;
  private final double[] carats;
  private final double[] typicalPositions;

  private ListTable(Posterior posterior, double[] carats, double[] typical) {
    this.posterior = posterior;
    this.carats = carats;
    this.typicalPositions = new double[Factor.COUNT];
    for (int i = 0; i < typical.length; i++) {
      int factor = FIRST_PROPORTION + i;
      typicalPositions[factor] = posterior.axes().get(factor).position(typical[i]);
    }
  }

  /** Every hundredth of a carat where stones are many, fewer where they are rare. */
  static double[] carats() {
    return DoubleStream.concat(
            IntStream.range(10, 300).mapToDouble(hundredths -> hundredths / 100.0),
            DoubleStream.concat(
                IntStream.range(60, 100).mapToDouble(twentieths -> twentieths / 20.0),
                IntStream.rangeClosed(20, 40).mapToDouble(quarters -> quarters / 4.0)))
        .toArray();
  }

  /**
   * Log prices at {@code carats} for all grades, as {@link PriceList} wants them.
   *
   * @param typical the five proportions, in their units
   */
  static double[] of(Posterior posterior, double[] carats, double[] typical) {
    ListTable table = new ListTable(posterior, carats, typical);
    double[][] alongWeight = table.alongWeight();
    double[] logPrices = new double[carats.length * PriceList.ROWS];
    Covariances.rows(
        PriceList.ROWS,
        row -> {
          double[] column = table.column(row, alongWeight);
          for (int weight = 0; weight < carats.length; weight++) {
            logPrices[weight * PriceList.ROWS + row] = column[weight];
          }
        });
    return logPrices;
  }

  /** For every term and weight, what the weight's part of every centre is worth. */
  private double[][] alongWeight() {
    double[][] centres = posterior.centres();
    Axis axis = posterior.axes().get(0);
    double[][] parts = new double[Term.COUNT * carats.length][centres.length];
    Covariances.rows(
        parts.length,
        at -> {
          Term term = Term.at(at / carats.length);
          double position = axis.position(carats[at % carats.length]);
          for (int i = 0; i < centres.length; i++) {
            parts[at][i] = posterior.kernel().part(term, 0, position, centres[i][0]);
          }
        });
    return parts;
  }

  private double[] column(int row, double[][] alongWeight) {
    double[] position = typicalPositions.clone();
    List<Axis> axes = posterior.axes();
    int color = row / PriceList.row(1, 0, 0);
    int clarity = row / PriceList.row(0, 1, 0) % CLARITIES;
    int cut = row % CUTS;
    position[1] = axes.get(1).position(color);
    position[2] = axes.get(2).position(clarity);
    position[3] = axes.get(3).position(cut);
    double[] logPrices = slopes(position);
    double[][] centres = posterior.centres();
    double[] worth = new double[centres.length];
    for (Term term : Term.values()) {
      for (int i = 0; i < worth.length; i++) {
        double product = posterior.weights()[i] * posterior.kernel().variance(term);
        for (int factor = 1; factor < term.factors(); factor++) {
          product *= posterior.kernel().part(term, factor, position[factor], centres[i][factor]);
        }
        worth[i] = product;
      }
      for (int weight = 0; weight < carats.length; weight++) {
        double[] parts = alongWeight[term.ordinal() * carats.length + weight];
        double sum = 0;
        for (int i = 0; i < worth.length; i++) {
          sum += worth[i] * parts[i];
        }
        logPrices[weight] += sum;
      }
    }
    return logPrices;
  }

  /** The level and what the slopes add to it. */
  private double[] slopes(double[] position) {
    double level = posterior.level();
    double[] slopes = new double[Factor.COUNT];
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      slopes[factor] = posterior.slope(factor);
    }
    double[] logPrices = new double[carats.length];
    for (int weight = 0; weight < carats.length; weight++) {
      position[0] = posterior.axes().get(0).position(carats[weight]);
      logPrices[weight] = level;
      for (int factor = 0; factor < Factor.COUNT; factor++) {
        logPrices[weight] += slopes[factor] * position[factor];
      }
    }
    return logPrices;
  }
}
