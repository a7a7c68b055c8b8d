package io.facet.notebooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A table to be shown: what each row is made from, and a column for everything said of it.
 *
 * @param <R> what a row is made from
 */
public final class Table<R> {

  private record Column<R>(String name, boolean isNumber, Function<R, String> cell) {}

  private final List<R> rows;
  private final List<Column<R>> columns = new ArrayList<>();

  private Table(Iterable<R> rows) {
    List<R> copy = new ArrayList<>();
    rows.forEach(copy::add);
    this.rows = List.copyOf(copy);
  }

  public static <R> Table<R> of(Iterable<R> rows) {
    return new Table<>(rows);
  }

  public Table<R> text(String name, Function<R, ?> cell) {
    columns.add(new Column<>(name, false, row -> String.valueOf(cell.apply(row))));
    return this;
  }

  /**
   * A column of numbers.
   *
   * @param format as {@link String#format} takes it; a number that is none stays blank
   */
  public Table<R> number(String name, String format, ToDoubleFunction<R> cell) {
    columns.add(
        new Column<>(
            name,
            true,
            row -> {
              double value = cell.applyAsDouble(row);
              return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
            }));
    return this;
  }

  /** The table as a page shows it. */
  public String html() {
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    columns.forEach(column -> cell(html, "th", column, column.name));
    html.append("</tr></thead><tbody>");
    for (R row : rows) {
      html.append("<tr>");
      columns.forEach(column -> cell(html, "td", column, column.cell.apply(row)));
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  /** The table in letters of one width. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).toList());
    rows.forEach(row -> lines.add(columns.stream().map(column -> column.cell.apply(row)).toList()));
    return lines.stream().map(line -> aligned(line, lines)).collect(Collectors.joining("\n"));
  }

  private String aligned(List<String> line, List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      int column = i;
      int width = lines.stream().mapToInt(other -> other.get(column).length()).max().orElse(1);
      String format = "%" + (columns.get(i).isNumber ? "" : "-") + Math.max(1, width) + "s  ";
      text.append(String.format(Locale.ROOT, format, line.get(i)));
    }
    return text.toString().stripTrailing();
  }

  private static void cell(StringBuilder html, String tag, Column<?> column, String text) {
    html.append('<').append(tag).append(" style=\"text-align:");
    html.append(column.isNumber ? "right" : "left").append("\">");
    html.append(text.replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;"));
    html.append("</").append(tag).append('>');
  }
}
