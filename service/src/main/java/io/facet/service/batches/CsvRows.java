package io.facet.service.batches;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.StoneReader;
import io.facet.service.stones.WrittenStone;
import io.facet.valuation.stone.Feature;
import io.facet.valuation.stone.StoneDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSV: the same rows again, in their order, with what came of each appended. */
final class CsvRows implements Form {

  private static final int LONGEST_ROW = 64 * 1024;
  private static final int LONGEST_NAME = 200;

  private final CloseableIterator<CsvRecord> rows;
  private final CsvWriter out;
  private final CsvCells cells;
  private final List<String> columns;
  private final int[] places;
  private final int name;
  private long number;
  private boolean broken;

  /** Reads the header; the problem {@code invalid-body} where it doesn't name all columns. */
  CsvRows(InputStream in, OutputStream out, CsvCells cells) {
    this.rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_ROW)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(in, StandardCharsets.UTF_8)
            .iterator();
    this.out = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.cells = cells;
    this.columns = header();
    List<String> names =
        columns.stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
    this.places =
        Arrays.stream(Feature.values())
            .mapToInt(feature -> names.indexOf(feature.column()))
            .toArray();
    this.name = names.indexOf(NamedStone.CLIENT_REFERENCE);
    checkColumns(names);
    List<String> header = new ArrayList<>(columns);
    header.addAll(cells.header());
    this.out.writeRecord(header);
  }

  private List<String> header() {
    try {
      return rows.hasNext() ? rows.next().getFields() : List.of();
    } catch (CsvParseException e) {
      throw new ProblemException(ProblemType.INVALID_BODY, "This is not CSV.");
    }
  }

  private void checkColumns(List<String> names) {
    checkLetters(columns);
    Stream.concat(
            Arrays.stream(Feature.values()).map(Feature::column),
            Stream.of(NamedStone.CLIENT_REFERENCE))
        .filter(column -> names.indexOf(column) != names.lastIndexOf(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw new ProblemException(
                  ProblemType.INVALID_BODY, "The first line names %s twice.".formatted(column));
            });
    List<String> missing =
        Arrays.stream(Feature.values())
            .filter(feature -> places[feature.ordinal()] < 0)
            .map(Feature::column)
            .toList();
    if (!missing.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "The first line must name the columns, with commas between them; it lacks %s."
              .formatted(String.join(", ", missing)));
    }
  }

  /** What was no UTF-8 has been read as U+FFFD, which hardly anybody writes. */
  private static void checkLetters(List<String> cells) {
    if (cells.stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
      throw new ProblemException(
          ProblemType.INVALID_BODY, "This is not UTF-8: save it as \"CSV UTF-8\".");
    }
  }

  @Override
  public @Nullable Line next() {
    if (broken) {
      return null;
    }
    try {
      if (!rows.hasNext()) {
        return null;
      }
      number++;
      List<String> row = rows.next().getFields();
      return new Line(number, row, () -> stone(row));
    } catch (CsvParseException e) {
      broken = true;
      return new Line(number + 1, List.of(), CsvRows::unreadable);
    }
  }

  private static NamedStone unreadable() {
    throw new ProblemException(
        ProblemType.INVALID_BODY,
        "Nothing can be read from here on: a quote is not closed, or a row has more than 64 kB.");
  }

  private NamedStone stone(List<String> row) {
    checkLetters(row);
    if (row.size() > columns.size()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "has %d cells, the header %d".formatted(row.size(), columns.size()));
    }
    return new NamedStone(
        WrittenStone.accepted(
            StoneDescription.check(feature -> cell(row, places[feature.ordinal()])), List.of()),
        name(row));
  }

  private static @Nullable String cell(List<String> row, int place) {
    return place < row.size() ? row.get(place) : null;
  }

  private @Nullable String name(List<String> row) {
    String text = name < 0 ? null : cell(row, name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST_NAME || StoneReader.isUnprintable(text)) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "client_reference must have at most 200 characters, none of them control characters");
    }
    return text;
  }

  @Override
  public void answer(Line line, Result result) {
    List<String> row = new ArrayList<>(line.cells());
    while (row.size() < columns.size()) {
      row.add("");
    }
    List<String> kept = new ArrayList<>(row.subList(0, columns.size()));
    kept.addAll(cells.of(result));
    out.writeRecord(kept);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
