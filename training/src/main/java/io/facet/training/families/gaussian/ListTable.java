package io.facet.training.families.gaussian;

import io.facet.valuation.price.Axis;
import io.facet.valuation.price.PriceList;
import io.facet.valuation.stone.Factor;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The posterior mean over weight, color, clarity and cut, at typical proportions. */
final class ListTable {

  private final Posterior posterior;
  private final double[] carats;
  private final double[] typicalPositions;
  private final double[][][] alongWeight = new double[Term.COUNT][][];
  private final double[] ofWeight;

  private ListTable(Posterior posterior, double[] carats, double[] typical) {
    this.posterior = posterior;
    this.carats = carats;
    this.typicalPositions = posterior.positions(typical);
    for (Term term : Term.values()) {
      alongWeight[term.ordinal()] = alongWeight(term);
    }
    this.ofWeight = ofWeight();
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
    double[] logPrices = new double[carats.length * PriceList.ROWS];
    Covariances.rows(
        PriceList.ROWS,
        row -> {
          double[] column = table.column(row);
          for (int weight = 0; weight < carats.length; weight++) {
            logPrices[weight * PriceList.ROWS + row] = column[weight];
          }
        });
    return logPrices;
  }

  private double[] column(int row) {
    double[] position = typicalPositions.clone();
    List<Axis> axes = posterior.axes();
    for (Factor graded : Hyperparameters.GRADED) {
      int factor = graded.ordinal();
      position[factor] = axes.get(factor).position(PriceList.grade(graded, row));
    }
    double[] logPrices = slopes(position);
    for (int weight = 0; weight < carats.length; weight++) {
      logPrices[weight] += ofWeight[weight];
    }
    for (Term term : Term.values()) {
      if (term.factors() > 1) {
        add(term, position, logPrices);
      }
    }
    return logPrices;
  }

  private void add(Term term, double[] position, double[] logPrices) {
    double[][] centres = posterior.centres();
    boolean product = term.shape().isProduct();
    double[] squares = new double[centres.length];
    double[] worth = new double[centres.length];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = posterior.weights()[i] * posterior.kernel().variance(term);
      for (int factor = 1; factor < term.factors(); factor++) {
        double square =
            posterior.kernel().square(term, factor, position[factor], centres[i][factor]);
        squares[i] += square;
        worth[i] *= product ? Kernel.at(term, square) : 1;
      }
    }
    for (int weight = 0; weight < carats.length; weight++) {
      double[] along = alongWeight[term.ordinal()][weight];
      double sum = 0;
      for (int i = 0; i < worth.length; i++) {
        sum += worth[i] * (product ? along[i] : Kernel.at(term, squares[i] + along[i]));
      }
      logPrices[weight] += sum;
    }
  }

  /**
   * What each centre's weight does to a price at each listed weight: its part of a term that is a
   * product, the squared distance for one that is none.
   */
  private double[][] alongWeight(Term term) {
    double[][] centres = posterior.centres();
    double[][] along = new double[carats.length][centres.length];
    Covariances.rows(
        carats.length,
        weight -> {
          double position = posterior.axes().get(0).position(carats[weight]);
          for (int i = 0; i < centres.length; i++) {
            double square = posterior.kernel().square(term, 0, position, centres[i][0]);
            along[weight][i] = term.shape().isProduct() ? Kernel.at(term, square) : square;
          }
        });
    return along;
  }

  /** What the terms that see nothing but weight give. */
  private double[] ofWeight() {
    double[] sums = new double[carats.length];
    for (int weight = 0; weight < carats.length; weight++) {
      double[] squares = alongWeight[Term.WEIGHT.ordinal()][weight];
      for (int i = 0; i < squares.length; i++) {
        sums[weight] += posterior.weights()[i] * Kernel.at(Term.WEIGHT, squares[i]);
      }
      sums[weight] *= posterior.kernel().variance(Term.WEIGHT);
    }
    return sums;
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
