package io.facet.training.quality;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Every finding of an inspection as CSV, however many there are, written while it goes on. */
public final class FindingsFile implements Bystander, Closeable {

  private final CsvWriter csv;

  private FindingsFile(CsvWriter csv) {
    this.csv = csv;
  }

  /** Begins a file at {@code path}. */
  public static FindingsFile at(Path path) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(path);
    csv.writeRecord("line", "severity", "rule", "column", "value", "reason");
    return new FindingsFile(csv);
  }

  @Override
  public void found(Finding finding) {
    csv.writeRecord(
        Long.toString(finding.line()),
        finding.rule().severity().words(),
        finding.rule().code(),
        finding.column(),
        finding.value(),
        finding.reason());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
