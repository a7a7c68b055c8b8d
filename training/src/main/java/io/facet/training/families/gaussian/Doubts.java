package io.facet.training.families.gaussian;

import io.facet.valuation.Appraisal;
import io.facet.valuation.price.Axis;
import io.facet.valuation.price.Doubt;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;

/**
 * Learns which stones are unfamiliar, for models of any family: the variance that a Gaussian
 * process would have left about their list price and their proportions.
 */
public final class Doubts {

  private static final int CENTRES = 96;
  private static final double ORDINARY = .995;
  private static final int FOLDS = 5;
  private static final double JITTER = 1e-6;
  // In deviations.
  private static final double LONGEST = 4;

  private Doubts() {}

  /** What {@code stones} leave in doubt about others. */
  public static Doubt about(List<Appraisal> stones) {
    Hyperparameters hyperparameters = Hyperparameters.found();
    Inputs inputs = new Inputs(stones);
    List<Axis> axes = inputs.axes(hyperparameters);
    double[] lengths = lengths(hyperparameters);
    double[][] places = places(inputs.positions(axes), lengths);
    int[] pivots = Pivots.of(places.length, CENTRES, (a, b) -> near(places[a], places[b]));
    double[][] centres = Arrays.stream(pivots).mapToObj(i -> places[i]).toArray(double[][]::new);
    double signal =
        hyperparameters.variance(Term.LIST_ROUND)
            + hyperparameters.variance(Term.PROPORTIONS_POINTED);
    double noise = hyperparameters.noise(0) / signal;
    double[] positions = positions(centres, lengths);
    double[] doubts = new double[places.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      double[][] others =
          IntStream.range(0, places.length)
              .filter(i -> i % FOLDS != held)
              .mapToObj(i -> places[i])
              .toArray(double[][]::new);
      double[] told = information(others, centres, noise).getData();
      Doubt without = new Doubt(axes, lengths, positions, told, 1, 0);
      for (int i = held; i < doubts.length; i += FOLDS) {
        doubts[i] = without.of(inputs.factors(i));
      }
    }
    double[] information = information(places, centres, noise).getData();
    return new Doubt(axes, lengths, positions, information, usual(doubts), 1 / noise);
  }

  /**
   * The lengths over which the list and the correction change. A factor that hardly moves prices
   * has a far longer one; yet a stone that is four deviations off in it is like none that was seen.
   */
  private static double[] lengths(Hyperparameters hyperparameters) {
    double[] lengths = new double[Factor.COUNT];
    for (int factor = 0; factor < lengths.length; factor++) {
      Term term = factor < Term.LIST_ROUND.factors() ? Term.LIST_ROUND : Term.PROPORTIONS_POINTED;
      lengths[factor] = Math.min(hyperparameters.length(factor, term), LONGEST);
    }
    return lengths;
  }

  private static double[][] places(double[][] positions, double[] lengths) {
    double[][] places = new double[positions.length][Factor.COUNT];
    for (int i = 0; i < places.length; i++) {
      for (int factor = 0; factor < Factor.COUNT; factor++) {
        places[i][factor] = positions[i][factor] / lengths[factor];
      }
    }
    return places;
  }

  private static double[] positions(double[][] centres, double[] lengths) {
    double[] positions = new double[centres.length * Factor.COUNT];
    for (int i = 0; i < positions.length; i++) {
      int factor = i % Factor.COUNT;
      positions[i] = centres[i / Factor.COUNT][factor] * lengths[factor];
    }
    return positions;
  }

  private static double near(double[] a, double[] b) {
    double squares = 0;
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      squares += (a[factor] - b[factor]) * (a[factor] - b[factor]);
    }
    return Math.exp(-.5 * squares);
  }

  /**
   * What the centres know of the prior variance, Q⁻¹ − (Q + R·Rᵀ/noise)⁻¹, where Q are the
   * covariances among the centres and R those with all stones.
   */
  private static DMatrixRMaj information(double[][] places, double[][] centres, double noise) {
    int size = centres.length;
    DMatrixRMaj among = Covariances.between(Doubts::near, centres, centres);
    for (int i = 0; i < size; i++) {
      among.add(i, i, JITTER);
    }
    DMatrixRMaj with = Covariances.between(Doubts::near, places, centres);
    DMatrixRMaj seen = new DMatrixRMaj(size, size);
    CommonOps_MT_DDRM.multTransA(1 / noise, with, with, seen);
    CommonOps_DDRM.addEquals(seen, among);
    DMatrixRMaj information = new PositiveDefinite(among).inverse();
    CommonOps_DDRM.subtractEquals(information, new PositiveDefinite(seen).inverse());
    return information;
  }

  /** What most stones stay below as long as they have not been learned from. */
  private static double usual(double[] doubts) {
    Arrays.sort(doubts);
    return doubts[(int) (ORDINARY * (doubts.length - 1))];
  }
}
