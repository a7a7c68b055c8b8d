package io.facet.notebooks;

import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of stones as it is, before anything is checked: a map a row, with its {@code line}. */
public final class RawRows {

  private RawRows() {}

  /**
   * The rows of {@code file}; what reads as a number is one.
   *
   * @throws IOException when it can't be read
   */
  public static List<Map<String, Object>> of(Path file) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (StoneFile stones = StoneFile.open(file)) {
      for (StoneRow row : stones) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("line", row.line());
        for (int i = 0; i < row.cells().size(); i++) {
          cells.put(stones.columns().get(i), numberOrText(row.cells().get(i)));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** The number in {@code column} that a share of the rows is below, from 0 (least) to 1 (most). */
  public static double quantile(List<Map<String, Object>> rows, String column, double share) {
    double[] numbers =
        rows.stream()
            .mapToDouble(row -> (Double) Objects.requireNonNull(row.get(column)))
            .sorted()
            .toArray();
    return numbers[(int) Math.round(share * (numbers.length - 1))];
  }

  private static Object numberOrText(String cell) {
    try {
      return Double.valueOf(cell);
    } catch (NumberFormatException e) {
      return cell;
    }
  }
}
