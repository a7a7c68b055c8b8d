package io.facet.service.collection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.facet.valuation.stone.Feature;
import io.facet.valuation.stone.StoneDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The books as CSV: the nine columns of a stone and {@code price} in USD, where -1 or nothing means
 * that no expert has priced it. A row that can't be a stone stays in the books and says why.
 */
final class CollectionFile {

  private static final String PRICE = "price";

  private CollectionFile() {}

  /** The rows of {@code file}, in its order. */
  static List<CollectionRow> read(Path file) throws IOException {
    List<CollectionRow> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowMissingFields(true)
            .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : csv) {
        if (rows.isEmpty()) {
          checkColumns(row);
        }
        rows.add(row(rows.size() + 1, row));
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is none", e);
    } catch (CsvParseException e) {
      throw new IOException(e.getMessage(), e);
    }
    return rows;
  }

  private static void checkColumns(NamedCsvRecord row) throws IOException {
    List<String> missing =
        Arrays.stream(Feature.values())
            .map(Feature::column)
            .filter(column -> !row.getHeader().contains(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new IOException("its first line doesn't name " + String.join(", ", missing));
    }
  }

  private static CollectionRow row(int number, NamedCsvRecord row) {
    return new CollectionRow(
        number,
        StoneDescription.check(feature -> row.findField(feature.column()).orElse(null)),
        price(row.findField(PRICE).orElse("")));
  }

  /** Books say in many ways that there is no price. */
  private static OptionalDouble price(String text) {
    try {
      double price = Double.parseDouble(text.strip());
      return price > 0 && Double.isFinite(price)
          ? OptionalDouble.of(price)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
