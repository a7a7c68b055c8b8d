package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.Adjustment;
import io.facet.valuation.comparables.ComparableStone;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code --comparables N} adds to each row: for every comparable which stone it is, and each
 * figure in a column of its own, so that a spreadsheet can sort and average them.
 */
final class ComparableColumns {

  static final int MOST = 10;

  private static final List<String> PARTS =
      List.of("", "_appraised", "_adjusted", "_gross_percent", "_adjustments");

  private final Comparables comparables;
  private final int count;

  private ComparableColumns(Comparables comparables, int count) {
    this.comparables = comparables;
    this.count = count;
  }

  /** The columns for {@code count} of the stones that the model in {@code folder} carries. */
  static ComparableColumns of(ModelFolder folder, int count) {
    Comparables comparables =
        folder
            .comparables()
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "%s carries no appraised stones (%s) to compare with: it was trained before there were comparables; ./facet train makes one that does"
                            .formatted(folder.path(), ModelFolder.STONES)));
    return new ComparableColumns(comparables, count);
  }

  List<String> header() {
    List<String> header = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      for (String part : PARTS) {
        header.add("comparable_" + i + part);
      }
    }
    return header;
  }

  /** The cells of {@code stone}; its own {@code price}, where the row has one, is no evidence. */
  List<String> cells(Diamond stone, Optional<Double> price) {
    Comparables others =
        price.map(own -> comparables.without(new Appraisal(stone, own))).orElse(comparables);
    List<String> cells = new ArrayList<>();
    for (ComparableStone comparable : others.nearest(stone, count)) {
      cells.add(text(comparable.appraisal().stone()));
      cells.add(Double.toString(comparable.appraisal().price()));
      cells.add(Double.toString(comparable.adjusted()));
      cells.add(Double.toString(100 * comparable.grossAdjustment()));
      cells.add(text(comparable.adjustments()));
    }
    return cells;
  }

  /** Grades as the trade orders them, and the size, by which a stone is found again. */
  private static String text(Diamond stone) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s, %.2f x %.2f x %.2f mm",
        Factor.CARAT.format(stone.carat()),
        stone.color().spelling(),
        stone.clarity().spelling(),
        stone.cut().spelling(),
        stone.x(),
        stone.y(),
        stone.z());
  }

  private static String text(List<Adjustment> adjustments) {
    String text =
        adjustments.stream()
            .filter(Adjustment::isNoticeable)
            .map(Adjustment::text)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }
}
