package io.facet.training.families.gaussian;

import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Correction;
import io.facet.valuation.stone.Factor;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_DDRM;

/**
 * Says what the posterior mean makes of proportions with far fewer centres than there were stones:
 * chosen by pivoted Cholesky, which takes next the stone that is least known from those taken, and
 * weighted by least squares.
 */
final class Compaction {

  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();
  private static final double RIDGE = 1e-6;

  private final Posterior posterior;
  private final double[] typicalPositions;

  private Compaction(Posterior posterior, double[] typical) {
    this.posterior = posterior;
    this.typicalPositions = new double[Factor.COUNT];
    for (int i = 0; i < typical.length; i++) {
      int factor = FIRST_PROPORTION + i;
      typicalPositions[factor] = posterior.axes().get(factor).position(typical[i]);
    }
  }

  /**
   * @param typical the five proportions for which there is nothing to correct, in their units
   * @param size how many centres to keep at most
   */
  static Correction of(Posterior posterior, double[] typical, int size) {
    Compaction compaction = new Compaction(posterior, typical);
    double[] slopes = new double[typical.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = posterior.slope(FIRST_PROPORTION + i);
    }
    return new Correction(posterior.axes(), typical, slopes, compaction.bumps(size));
  }

  private Bumps bumps(int size) {
    double[][] stones = posterior.centres();
    double[][] typical = new double[stones.length][];
    for (int i = 0; i < stones.length; i++) {
      typical[i] = typicalPositions.clone();
      System.arraycopy(stones[i], 0, typical[i], 0, FIRST_PROPORTION);
    }
    double[][] centres =
        Arrays.stream(Pivots.of(stones.length, size, (a, b) -> covariance(stones, typical, a, b)))
            .mapToObj(i -> stones[i])
            .toArray(double[][]::new);
    double[] wanted = new double[stones.length];
    double[] values = new double[stones.length * centres.length];
    Covariances.rows(
        stones.length,
        row -> {
          for (int i = 0; i < stones.length; i++) {
            wanted[row] += posterior.weights()[i] * departure(stones[row], typical[row], stones[i]);
          }
          for (int i = 0; i < centres.length; i++) {
            values[row * centres.length + i] = departure(stones[row], typical[row], centres[i]);
          }
        });
    DMatrixRMaj features = new DMatrixRMaj(stones.length, centres.length, true, values);
    return bumps(centres, leastSquares(features, wanted));
  }

  private double departure(double[] stone, double[] typical, double[] centre) {
    return posterior.kernel().of(Term.PROPORTIONS, stone, centre)
        - posterior.kernel().of(Term.PROPORTIONS, typical, centre);
  }

  /** Of what two stones depart by from stones that are like them but for typical proportions. */
  private double covariance(double[][] stones, double[][] typical, int a, int b) {
    return departure(stones[a], typical[a], stones[b])
        - departure(stones[a], typical[a], typical[b]);
  }

  private static double[] leastSquares(DMatrixRMaj features, double[] wanted) {
    int size = features.numCols;
    DMatrixRMaj gram = new DMatrixRMaj(size, size);
    CommonOps_MT_DDRM.multTransA(features, features, gram);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    CommonOps_MT_DDRM.multTransA(features, new DMatrixRMaj(wanted.length, 1, true, wanted), right);
    double scale = 0;
    for (int i = 0; i < size; i++) {
      scale += gram.get(i, i) / size;
    }
    for (int i = 0; i < size; i++) {
      gram.add(i, i, RIDGE * scale);
    }
    return new PositiveDefinite(gram).solve(right.getData());
  }

  private Bumps bumps(double[][] centres, double[] weights) {
    double[] positions = new double[centres.length * Factor.COUNT];
    double[] scaled = new double[weights.length];
    for (int i = 0; i < centres.length; i++) {
      System.arraycopy(centres[i], 0, positions, i * Factor.COUNT, Factor.COUNT);
      scaled[i] = weights[i] * posterior.kernel().variance(Term.PROPORTIONS);
    }
    return new Bumps(posterior.kernel().lengths(Term.PROPORTIONS), positions, scaled);
  }
}
