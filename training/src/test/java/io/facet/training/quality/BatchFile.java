package io.facet.training.quality;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Stones;
import io.facet.valuation.comparables.StonesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of a file of appraisals, for tests to spoil. */
final class BatchFile {

  static final String HEADER = "carat,cut,color,clarity,depth,table,price,x,y,z\n";
  static final String STONE = "0.72,Ideal,F,VS1,61.5,56,3649,5.75,5.78,3.55\n";

  private BatchFile() {}

  /** Rows of random possible stones, no two the same, each at 1,000 USD and a few more. */
  static List<String> rows(int count, long seed) {
    List<Appraisal> appraisals = new ArrayList<>();
    Stones.random(count, seed)
        .forEach(stone -> appraisals.add(new Appraisal(stone, 1_000 + appraisals.size())));
    String text = new String(StonesFile.write(appraisals), StandardCharsets.UTF_8);
    return text.lines().skip(1).toList();
  }

  /** Writes rows of the columns of {@link #rows}, where the price stands last. */
  static Path write(Path file, List<String> rows) {
    String header = "carat,cut,color,clarity,depth,table,x,y,z,price\n";
    return write(file, header + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n"));
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
