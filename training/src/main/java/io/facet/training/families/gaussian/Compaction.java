package io.facet.training.families.gaussian;

import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Correction;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_DDRM;

/**
 * Says what the posterior mean makes of proportions with far fewer centres than there were stones:
 * chosen by pivoted Cholesky, which takes next the stone that is least known from those taken, and
 * weighted by least squares.
 */
final class Compaction {

  private static final List<Term> TERMS = List.of(Term.PROPORTIONS_ROUND, Term.PROPORTIONS_POINTED);
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
   * @param size how many centres to keep at most for each shape of bump
   */
  static Correction of(Posterior posterior, double[] typical, int size) {
    Compaction compaction = new Compaction(posterior, typical);
    double[] slopes = new double[typical.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = posterior.slope(FIRST_PROPORTION + i);
    }
    return new Correction(posterior.axes(), typical, slopes, compaction.bumps(size));
  }

  private List<Bumps> bumps(int size) {
    double[][] stones = posterior.centres();
    double[][] typical = new double[stones.length][];
    for (int i = 0; i < stones.length; i++) {
      typical[i] = typicalPositions.clone();
      System.arraycopy(stones[i], 0, typical[i], 0, FIRST_PROPORTION);
    }
    List<Basis> bases = new ArrayList<>();
    for (Term term : TERMS) {
      int[] pivots =
          Pivots.of(stones.length, size, (a, b) -> covariance(term, stones, typical, a, b));
      for (int pivot : pivots) {
        bases.add(new Basis(term, pivot));
      }
    }
    double[] wanted = new double[stones.length];
    double[] values = new double[stones.length * bases.size()];
    Covariances.rows(
        stones.length,
        row -> {
          for (int i = 0; i < stones.length; i++) {
            for (Term term : TERMS) {
              wanted[row] +=
                  posterior.weights()[i] * departure(term, stones[row], typical[row], stones[i]);
            }
          }
          for (int i = 0; i < bases.size(); i++) {
            Basis basis = bases.get(i);
            values[row * bases.size() + i] =
                departure(basis.term(), stones[row], typical[row], stones[basis.stone()]);
          }
        });
    DMatrixRMaj features = new DMatrixRMaj(stones.length, bases.size(), true, values);
    double[] weights = leastSquares(features, wanted);
    return TERMS.stream().map(term -> bumps(term, bases, weights)).toList();
  }

  /** A bump that may be kept. */
  private record Basis(Term term, int stone) {}

  private double departure(Term term, double[] stone, double[] typical, double[] centre) {
    return posterior.kernel().of(term, stone, centre)
        - posterior.kernel().of(term, typical, centre);
  }

  /** Of what two stones depart by from stones that are like them but for typical proportions. */
  private double covariance(Term term, double[][] stones, double[][] typical, int a, int b) {
    return departure(term, stones[a], typical[a], stones[b])
        - departure(term, stones[a], typical[a], typical[b]);
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

  private Bumps bumps(Term term, List<Basis> bases, double[] weights) {
    int[] own =
        IntStream.range(0, weights.length).filter(i -> bases.get(i).term() == term).toArray();
    double[] positions = new double[own.length * Factor.COUNT];
    double[] scaled = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      double[] centre = posterior.centres()[bases.get(own[i]).stone()];
      System.arraycopy(centre, 0, positions, i * Factor.COUNT, Factor.COUNT);
      scaled[i] = weights[own[i]] * posterior.kernel().variance(term);
    }
    Bumps.Shape shape = term.shape() == Term.Shape.ROUND ? Bumps.Shape.ROUND : Bumps.Shape.POINTED;
    return new Bumps(shape, posterior.kernel().lengths(term), positions, scaled);
  }
}
