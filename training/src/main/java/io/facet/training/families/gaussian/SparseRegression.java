package io.facet.training.families.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;

/**
 * Some stones stand for all: inducing points, through which the others are seen (the subset of
 * regressors of Quiñonero-Candela and Rasmussen, 2005). Time and memory grow with the stones, not
 * with their square.
 */
final class SparseRegression implements Regression {

  private static final int CENTRES = 1_500;
  private static final long SHUFFLE = 20_261_123;
  private static final double JITTER = 1e-7;
  private static final int BLOCK = 4_096;

  private final double[][] centres;
  private final DMatrixRMaj among;
  private final DMatrixRMaj between;

  SparseRegression(Kernel kernel, double[][] stones) {
    this(kernel, stones, CENTRES);
  }

  /**
   * @param size how many centres there are at most
   */
  SparseRegression(Kernel kernel, double[][] stones, int size) {
    double[][] drawn = drawn(stones);
    this.centres =
        Arrays.stream(Pivots.of(drawn.length, size, (a, b) -> kernel.between(drawn[a], drawn[b])))
            .mapToObj(i -> drawn[i])
            .toArray(double[][]::new);
    this.among = Covariances.among(kernel, centres);
    for (int i = 0; i < centres.length; i++) {
      among.add(i, i, JITTER * among.get(i, i));
    }
    this.between = Covariances.between(kernel::between, stones, centres);
  }

  /** As many as an exact process would take: enough to choose centres from. */
  private static double[][] drawn(double[][] stones) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, stones.length).boxed().toList());
    Collections.shuffle(order, new Random(SHUFFLE));
    return order.stream().limit(MOST_EXACT).map(i -> stones[i]).toArray(double[][]::new);
  }

  @Override
  public double[][] centres() {
    return centres;
  }

  @Override
  public double[] weights(double[] noise, double[] logPrices) {
    int size = centres.length;
    DMatrixRMaj seen = among.copy();
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int from = 0; from < noise.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, noise.length);
      DMatrixRMaj block = new DMatrixRMaj(to - from, size);
      DMatrixRMaj prices = new DMatrixRMaj(to - from, 1);
      for (int i = from; i < to; i++) {
        double scale = 1 / Math.sqrt(noise[i]);
        prices.set(i - from, 0, scale * logPrices[i]);
        for (int centre = 0; centre < size; centre++) {
          block.set(i - from, centre, scale * between.get(i, centre));
        }
      }
      CommonOps_MT_DDRM.multAddTransA(block, block, seen);
      CommonOps_MT_DDRM.multAddTransA(block, prices, right);
    }
    return new PositiveDefinite(seen).solve(right.getData());
  }

  @Override
  public double[] residuals(double[] weights, double[] noise, double[] logPrices) {
    DMatrixRMaj means = new DMatrixRMaj(noise.length, 1);
    CommonOps_DDRM.mult(between, new DMatrixRMaj(weights.length, 1, true, weights), means);
    double[] residuals = new double[noise.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = logPrices[i] - means.get(i, 0);
    }
    return residuals;
  }
}
