package io.facet.training.families.gaussian;

import java.util.function.IntConsumer;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Matrices of covariances, filled on all cores. */
final class Covariances {

  private Covariances() {}

  /** Every stone with every stone. */
  static DMatrixRMaj among(Kernel kernel, double[][] stones) {
    int n = stones.length;
    double[] data = new double[n * n];
    rows(
        n,
        row -> {
          for (int column = 0; column <= row; column++) {
            data[row * n + column] = kernel.between(stones[row], stones[column]);
          }
        });
    rows(
        n,
        row -> {
          for (int column = row + 1; column < n; column++) {
            data[row * n + column] = data[column * n + row];
          }
        });
    return new DMatrixRMaj(n, n, true, data);
  }

  /** Each of {@code stones}, a row, with each of {@code centres}, a column. */
  static DMatrixRMaj between(
      ToDoubleBiFunction<double[], double[]> covariance, double[][] stones, double[][] centres) {
    double[] data = new double[stones.length * centres.length];
    rows(
        stones.length,
        row -> {
          for (int column = 0; column < centres.length; column++) {
            data[row * centres.length + column] =
                covariance.applyAsDouble(stones[row], centres[column]);
          }
        });
    return new DMatrixRMaj(stones.length, centres.length, true, data);
  }

  /** Each row on its own, so that no sum depends on how many cores there are. */
  static void rows(int count, IntConsumer row) {
    IntStream.range(0, count).parallel().forEach(row);
  }
}
