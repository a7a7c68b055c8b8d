package io.facet.training.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Feature;
import io.facet.valuation.stone.StoneDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Stones priced by both as CSV: the nine columns, {@code price}, {@code estimate}, {@code low},
 * {@code high}, every number with all its digits.
 */
public final class PricedFile {

  /** Where a model folder keeps its out-of-fold prices. */
  public static final String OUT_OF_FOLD = "training/out-of-fold.csv";

  private static final String[] HEADER =
      Stream.concat(
              Arrays.stream(Feature.values()).map(Feature::column),
              Stream.of("price", "estimate", "low", "high"))
          .toArray(String[]::new);

  private PricedFile() {}

  /** Writes {@code priced} into the new file {@code csv}, in their order. */
  public static void write(Path csv, List<Priced> priced) throws IOException {
    try (CsvWriter out = CsvWriter.builder().build(csv)) {
      out.writeRecord(HEADER);
      for (Priced one : priced) {
        Diamond stone = one.stone();
        out.writeRecord(
            Double.toString(stone.carat()),
            stone.cut().spelling(),
            stone.color().spelling(),
            stone.clarity().spelling(),
            Double.toString(stone.depth()),
            Double.toString(stone.table()),
            Double.toString(stone.x()),
            Double.toString(stone.y()),
            Double.toString(stone.z()),
            Double.toString(one.appraised()),
            Double.toString(one.estimate()),
            Double.toString(one.low()),
            Double.toString(one.high()));
      }
    }
  }

  /**
   * The stones in {@code content}, in their order.
   *
   * @param name of the file, for the message
   * @throws UncheckedIOException when it isn't what {@link #write} wrote
   */
  public static List<Priced> read(String name, byte[] content) {
    List<Priced> priced = new ArrayList<>();
    try {
      CsvReader.builder()
          .ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))
          .forEach(row -> priced.add(priced(row)));
    } catch (CsvParseException | IllegalArgumentException | NoSuchElementException e) {
      throw new UncheckedIOException(
          new IOException(
              "%s is not what it should be: row %d can't be read"
                  .formatted(name, priced.size() + 1),
              e));
    }
    return priced;
  }

  private static Priced priced(NamedCsvRecord row) {
    return switch (StoneDescription.check(feature -> row.getField(feature.column()))) {
      case Checked.Accepted(Diamond stone) ->
          new Priced(
              stone,
              number(row, "price"),
              number(row, "estimate"),
              number(row, "low"),
              number(row, "high"));
      case Checked.Refused(var problems) -> throw new IllegalArgumentException(problems.toString());
    };
  }

  private static double number(NamedCsvRecord row, String column) {
    double number = Double.parseDouble(row.getField(column));
    if (!(number > 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(column + " " + number);
    }
    return number;
  }
}
