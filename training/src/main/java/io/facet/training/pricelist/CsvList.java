package io.facet.training.pricelist;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.valuation.Usd;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The list in long form, one price a row: weights in ct, prices in USD and cents. */
final class CsvList {

  private CsvList() {}

  static void write(PriceSheet sheet, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "carat_from",
          "carat_to",
          "carat",
          "cut",
          "color",
          "clarity",
          "usd_per_carat",
          "usd",
          "stones");
      for (ListedPrice price : sheet.prices()) {
        Diamond stone = price.stone();
        csv.writeRecord(
            carat(price.band().from()),
            price.band().isOpen() ? "" : price.band().to(),
            carat(stone.carat()),
            stone.cut().spelling(),
            stone.color().spelling(),
            stone.clarity().spelling(),
            Usd.cents(price.usdPerCarat()).toPlainString(),
            Usd.cents(price.usd()).toPlainString(),
            Long.toString(price.stones()));
      }
    }
  }

  private static String carat(double carat) {
    return String.format(Locale.ROOT, "%.2f", carat);
  }
}
