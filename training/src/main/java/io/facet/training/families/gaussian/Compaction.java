package io.facet.training.families.gaussian;

import io.facet.valuation.price.Bumps;
import io.facet.valuation.price.Correction;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_DDRM;

/**
 * Says what the posterior mean makes of proportions with far fewer bumps than there were stones:
 * chosen and weighted by least squares.
 */
final class Compaction {

  private static final List<Term> TERMS = List.of(Term.PROPORTIONS_ROUND, Term.PROPORTIONS_POINTED);
  private static final int FIRST_PROPORTION = Factor.DEPTH.ordinal();
  private static final double RIDGE = 1e-9;
  private static final int CANDIDATES = 1_500;

  private final Posterior posterior;
  private final double[] typicalPositions;

  private Compaction(Posterior posterior, double[] typical) {
    this.posterior = posterior;
    this.typicalPositions = posterior.positions(typical);
  }

  /**
   * @param typical the five proportions for which there is nothing to correct, in their units
   * @param size how many bumps to keep at most
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
    double[] wanted = new double[stones.length];
    Covariances.rows(
        stones.length,
        row -> {
          typical[row] = typicalPositions.clone();
          System.arraycopy(stones[row], 0, typical[row], 0, FIRST_PROPORTION);
          for (int i = 0; i < stones.length; i++) {
            for (Term term : TERMS) {
              wanted[row] +=
                  posterior.weights()[i] * departure(term, stones[row], typical[row], stones[i]);
            }
          }
        });
    List<Basis> candidates = candidates(stones.length);
    double[][] columns = new double[candidates.size()][stones.length];
    Covariances.rows(
        columns.length,
        column -> {
          Basis basis = candidates.get(column);
          for (int row = 0; row < stones.length; row++) {
            columns[column][row] =
                departure(basis.term(), stones[row], typical[row], stones[basis.stone()]);
          }
        });
    int[] chosen = OrthogonalLeastSquares.choose(columns, wanted, size);
    List<Basis> bases = Arrays.stream(chosen).mapToObj(candidates::get).toList();
    double[][] kept = Arrays.stream(chosen).mapToObj(i -> columns[i]).toArray(double[][]::new);
    double[] weights = leastSquares(kept, wanted);
    return TERMS.stream().map(term -> bumps(term, bases, weights)).toList();
  }

  /** Bumps around stones that lie evenly in the list of all. */
  private static List<Basis> candidates(int stones) {
    int places = Math.min(stones, CANDIDATES);
    List<Basis> candidates = new ArrayList<>();
    for (Term term : TERMS) {
      for (int i = 0; i < places; i++) {
        candidates.add(new Basis(term, (int) ((long) i * stones / places)));
      }
    }
    return candidates;
  }

  /** A bump that may be kept. */
  private record Basis(Term term, int stone) {}

  private double departure(Term term, double[] stone, double[] typical, double[] centre) {
    return posterior.kernel().of(term, stone, centre)
        - posterior.kernel().of(term, typical, centre);
  }

  private static double[] leastSquares(double[][] columns, double[] wanted) {
    int size = columns.length;
    DMatrixRMaj features = new DMatrixRMaj(columns);
    DMatrixRMaj gram = new DMatrixRMaj(size, size);
    CommonOps_MT_DDRM.multTransB(features, features, gram);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    CommonOps_MT_DDRM.mult(features, new DMatrixRMaj(wanted.length, 1, true, wanted), right);
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
