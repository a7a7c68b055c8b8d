package io.facet.training.stones;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A CSV file of stones, read row by row in constant memory: UTF-8 (with or without byte order
 * mark), commas, columns by name in any order, quotes as in RFC 4180.
 */
public final class StoneFile implements Iterable<StoneRow>, Closeable {

  private static final int LONGEST_FIELD = 1 << 20;
  private static final int SNIFFED = 1 << 16;

  private final String name;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;

  private StoneFile(String name, CloseableIterator<CsvRecord> records, Header header) {
    this.name = name;
    this.records = records;
    this.header = header;
  }

  /**
   * Opens {@code path}.
   *
   * @throws RefusedFileException when it isn't a file of stones
   */
  public static StoneFile open(Path path) {
    String name = path.toString();
    try {
      refuseWhatIsNoText(path);
      CloseableIterator<CsvRecord> records =
          CsvReader.builder()
              .detectBomHeader(true)
              .maxBufferSize(LONGEST_FIELD)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .ofCsvRecord(path, StandardCharsets.UTF_8)
              .iterator();
      return new StoneFile(name, records, header(name, records));
    } catch (NoSuchFileException e) {
      throw new RefusedFileException(name + ": there is no such file");
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedFileException(name + " can't be read: " + e.getMessage());
    }
  }

  /** The columns as the file names them. */
  public List<String> columns() {
    return header.names();
  }

  /** The rows that are left to read; a file is read once. */
  @Override
  public Iterator<StoneRow> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return guarded(name, records::hasNext);
      }

      @Override
      public StoneRow next() {
        CsvRecord row = guarded(name, records::next);
        return StoneRow.of(header, row.getStartingLineNumber(), row.getFields());
      }
    };
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static Header header(String name, CloseableIterator<CsvRecord> records) {
    if (!guarded(name, records::hasNext)) {
      throw new RefusedFileException(name + " is empty");
    }
    return new Header(name, guarded(name, records::next).getFields());
  }

  private static void refuseWhatIsNoText(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(SNIFFED);
    }
    boolean littleEndian = start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
    boolean bigEndian = start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
    if (littleEndian || bigEndian) {
      throw new RefusedFileException(path + " is UTF-16 text: save it as UTF-8");
    }
    for (byte b : start) {
      if (b == 0) {
        throw new RefusedFileException(
            path + " is not text (it begins " + Arrays.toString(Arrays.copyOf(start, 4)) + ")");
      }
    }
  }

  private static <T> T guarded(String name, Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new RefusedFileException(
          "%s can't be read further: %s (a quote that isn't closed, or a line of over %,d characters?)"
              .formatted(name, cause.getMessage(), LONGEST_FIELD));
    }
  }
}
