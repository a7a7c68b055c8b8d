package io.facet.training.families.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrthogonalLeastSquaresTest {

  private static final int ROWS = 40;

  private final Random random = new Random(11);
  private final double[][] columns = columns(30);

  @Test
  void the_columns_that_made_what_is_wanted_are_found_the_weightiest_first() {
    double[] wanted = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      wanted[row] = 9 * columns[4][row] - 3 * columns[17][row] + columns[25][row];
    }

    assertThat(OrthogonalLeastSquares.choose(columns, wanted, 3)).containsExactly(4, 17, 25);
  }

  @Test
  void a_column_that_says_nothing_new_is_never_chosen() {
    columns[1] = columns[0].clone();
    double[] wanted = random.doubles(ROWS).toArray();

    int[] chosen = OrthogonalLeastSquares.choose(columns, wanted, columns.length);

    assertThat(chosen).doesNotHaveDuplicates().hasSize(columns.length - 1);
    assertThat(chosen)
        .satisfiesAnyOf(
            all -> assertThat(all).doesNotContain(0), all -> assertThat(all).doesNotContain(1));
  }

  private double[][] columns(int count) {
    double[][] made = new double[count][];
    for (int i = 0; i < count; i++) {
      made[i] = random.doubles(ROWS, -1, 1).toArray();
    }
    return made;
  }
}
