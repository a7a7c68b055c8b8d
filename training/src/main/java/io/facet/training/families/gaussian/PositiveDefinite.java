package io.facet.training.families.gaussian;

import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_MT_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** A symmetric positive definite matrix, factorized on all cores. */
final class PositiveDefinite {

  private final LinearSolverDense<DMatrixRMaj> solver;
  private final int size;

  /**
   * @param matrix is overwritten
   * @throws ArithmeticException when it isn't positive definite
   */
  PositiveDefinite(DMatrixRMaj matrix) {
    this.size = matrix.numRows;
    this.solver = LinearSolverFactory_MT_DDRM.symmPosDef(size);
    if (!solver.setA(matrix)) {
      throw new ArithmeticException(
          "a covariance of %d stones is not positive definite".formatted(size));
    }
  }

  double[] solve(double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    solver.solve(new DMatrixRMaj(size, 1, true, right.clone()), solution);
    return solution.getData();
  }

  DMatrixRMaj inverse() {
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    solver.invert(inverse);
    return inverse;
  }

  /** Half the logarithm of the determinant. */
  double halfLogDeterminant() {
    CholeskyDecomposition_F64<? extends DMatrix> cholesky = solver.getDecomposition();
    DMatrix triangle = cholesky.getT(null);
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.log(Math.abs(triangle.get(i, i)));
    }
    return sum;
  }
}
