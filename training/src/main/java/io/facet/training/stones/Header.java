package io.facet.training.stones;

import io.facet.valuation.stone.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first line of a file of stones: which column stands where, in whatever order. */
final class Header {

  private static final String PRICE = "price";

  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * Reads the header.
   *
   * @throws RefusedFileException naming every missing and every doubled column
   */
  Header(String file, List<String> names) {
    this.names = List.copyOf(names);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (positions.put(key(names.get(i)), i) != null && isKnown(key(names.get(i)))) {
        problems.add("the column " + key(names.get(i)) + " stands there twice");
      }
    }
    List<String> missing = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (!positions.containsKey(feature.column())) {
        missing.add(feature.column());
      }
    }
    if (!missing.isEmpty()) {
      problems.add("missing: " + String.join(", ", missing));
    }
    if (!problems.isEmpty()) {
      throw new RefusedFileException(
          file + ": the first line must name the columns; " + String.join("; ", problems) + hint());
    }
  }

  List<String> names() {
    return names;
  }

  @Nullable String cell(Feature feature, List<String> cells) {
    return cell(feature.column(), cells);
  }

  boolean has(String column) {
    return positions.containsKey(key(column));
  }

  /** The price's text; empty where the file has no such column. */
  String price(List<String> cells) {
    String cell = cell(PRICE, cells);
    return cell == null ? "" : cell.strip();
  }

  private @Nullable String cell(String column, List<String> cells) {
    Integer position = positions.get(column);
    return position == null ? null : cells.get(position);
  }

  private String hint() {
    if (names.size() == 1) {
      for (char separator : new char[] {';', '\t', '|'}) {
        if (names.get(0).indexOf(separator) >= 0) {
          String shown = separator == '\t' ? "tabs" : "\"" + separator + "\"";
          return ". Its columns seem to be separated by " + shown + ": save it with commas";
        }
      }
    }
    String found = names.stream().limit(20).map(Header::abridged).collect(Collectors.joining(", "));
    return ". Found: " + found;
  }

  private static String abridged(String name) {
    return name.length() <= 30 ? name : name.substring(0, 30) + "…";
  }

  private static boolean isKnown(String key) {
    for (Feature feature : Feature.values()) {
      if (feature.column().equals(key)) {
        return true;
      }
    }
    return key.equals(PRICE);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
