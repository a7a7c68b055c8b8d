package io.facet.training.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table row by row; the first column is text, the others are numbers. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  MarkdownTable(String... headings) {
    columns = headings.length;
    row(headings);
    text.append("|---").append("|--:".repeat(columns - 1)).append("|\n");
  }

  void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in a table of " + columns);
    }
    text.append(
        Arrays.stream(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
