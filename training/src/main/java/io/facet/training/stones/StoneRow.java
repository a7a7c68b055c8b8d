package io.facet.training.stones;

import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.StoneDescription;
import io.facet.valuation.stone.StoneProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of a file of stones, checked.
 *
 * @param line where it starts, counted from 1
 * @param cells as they stand there
 * @param problems everything that is wrong with the stone, or else with its price
 * @param stone the stone, unless a problem stands against it
 * @param price what the expert appraised it at, in USD; empty for an unappraised stone
 */
public record StoneRow(
    long line,
    List<String> cells,
    List<Problem> problems,
    Optional<Diamond> stone,
    Optional<Double> price) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** What is wrong with one cell. */
  public record Problem(String column, String value, String detail) {}

  static StoneRow of(Header header, long line, List<String> cells) {
    if (cells.size() != header.names().size()) {
      String detail =
          "has %d cells, and the header %d".formatted(cells.size(), header.names().size());
      return refused(line, cells, List.of(new Problem("row", "", detail)));
    }
    return switch (StoneDescription.check(feature -> header.cell(feature, cells))) {
      case Checked.Refused(var problems) ->
          refused(
              line,
              cells,
              problems.stream()
                  .map(
                      problem -> {
                        String value = header.cell(problem.feature(), cells);
                        return new Problem(
                            problem.feature().column(), value == null ? "" : value, text(problem));
                      })
                  .toList());
      case Checked.Accepted(Diamond stone) -> priced(header.price(cells), line, cells, stone);
    };
  }

  /** All problems on one line; empty when there are none. */
  public String problem() {
    return problems.stream()
        .map(problem -> problem.column() + " " + problem.detail())
        .collect(Collectors.joining("; "));
  }

  private static StoneRow priced(String text, long line, List<String> cells, Diamond stone) {
    if (text.isEmpty() || isUnappraised(text)) {
      return new StoneRow(line, cells, List.of(), Optional.of(stone), Optional.empty());
    }
    double price = number(text);
    if (price > 0 && Double.isFinite(price)) {
      return new StoneRow(line, cells, List.of(), Optional.of(stone), Optional.of(price));
    }
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    String detail = "must be a number of USD above 0, or -1 where nobody appraised, not " + shown;
    Problem problem = new Problem("price", text, detail);
    return new StoneRow(line, cells, List.of(problem), Optional.of(stone), Optional.empty());
  }

  private static boolean isUnappraised(String text) {
    return number(text) == -1;
  }

  /** Java's own reader would take {@code 500d} and {@code 0x1p9} as well. */
  private static double number(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static String text(StoneProblem problem) {
    String allowed =
        problem.allowed().isEmpty()
            ? ""
            : " (allowed: " + String.join(", ", problem.allowed()) + ")";
    return problem.detail() + allowed;
  }

  private static StoneRow refused(long line, List<String> cells, List<Problem> problems) {
    return new StoneRow(line, cells, problems, Optional.empty(), Optional.empty());
  }
}
