package io.facet.service.pricelist;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code price-list.csv} of a model folder. */
final class PriceListTable {

  private PriceListTable() {}

  static List<PriceListAnswer.Entry> read(byte[] file) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      return rows.stream().map(PriceListTable::entry).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PriceListAnswer.Entry entry(NamedCsvRecord row) {
    return new PriceListAnswer.Entry(
        number(row, "carat_from"),
        end(row),
        row.getField("cut"),
        row.getField("color"),
        row.getField("clarity"),
        number(row, "usd_per_carat"),
        number(row, "usd"),
        Integer.parseInt(row.getField("stones")));
  }

  private static BigDecimal number(NamedCsvRecord row, String column) {
    return new BigDecimal(row.getField(column));
  }

  private static @Nullable BigDecimal end(NamedCsvRecord row) {
    String end = row.getField("carat_to");
    return end.isEmpty() ? null : new BigDecimal(end);
  }
}
