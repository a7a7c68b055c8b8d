package io.facet.training.stones;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.facet.valuation.stone.Feature;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.MalformedInputException;
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
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path path;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;

  private StoneFile(Path path, CloseableIterator<CsvRecord> records, Header header) {
    this.path = path;
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
              .maxBufferSize(LONGEST_FIELD)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(text(path))
              .iterator();
      return new StoneFile(path, records, header(name, records));
    } catch (NoSuchFileException e) {
      throw new RefusedFileException(name + ": there is no such file");
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(name, e);
    }
  }

  /** Whether the file has a column {@code name}, in whatever case. */
  public boolean has(String name) {
    return header.has(name);
  }

  /** The columns as the file names them. */
  public List<String> columns() {
    return header.names();
  }

  /** What stands in a column of {@code row}; empty where the row has no such cell. */
  public String cell(StoneRow row, Feature column) {
    String cell = row.cells().size() == columns().size() ? header.cell(column, row.cells()) : null;
    return cell == null ? "" : cell;
  }

  /** Whether the last line has an end. One without may have been cut off. */
  public boolean endsWithALine() throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(path)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      in.position(Math.max(0, in.size() - 1)).read(last);
      return last.position() == 1 && (last.get(0) == '\n' || last.get(0) == '\r');
    }
  }

  /** The rows that are left to read; a file is read once. */
  @Override
  public Iterator<StoneRow> iterator() {
    return new Iterator<>() {
      private boolean manyLines;

      @Override
      public boolean hasNext() {
        boolean more = guarded(path.toString(), records::hasNext);
        if (!more && manyLines) {
          refuseAnOpenQuote();
        }
        return more;
      }

      @Override
      public StoneRow next() {
        CsvRecord row = guarded(path.toString(), records::next);
        manyLines = row.getFields().stream().anyMatch(StoneFile::breaksLines);
        if (manyLines) {
          refuseSwallowedRows(row);
        }
        return StoneRow.of(header, row.getStartingLineNumber(), row.getFields());
      }
    };
  }

  /** A quote that isn't closed makes one row of many, and they would be lost without a word. */
  private void refuseSwallowedRows(CsvRecord row) {
    boolean inStone =
        Arrays.stream(Feature.values())
            .map(feature -> header.cell(feature, row.getFields()))
            .anyMatch(cell -> cell != null && breaksLines(cell));
    if (row.getFieldCount() != header.names().size() || inStone) {
      throw openQuote(row.getStartingLineNumber());
    }
  }

  /**
   * The last row went over several lines: at the end of a sound file every quote has its partner.
   */
  private void refuseAnOpenQuote() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      boolean open = false;
      for (int next = in.read(); next >= 0; next = in.read()) {
        open ^= next == '"';
      }
      if (open) {
        throw new RefusedFileException(path + ": a quote is opened and never closed");
      }
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private RefusedFileException openQuote(long line) {
    return new RefusedFileException(
        "%s line %d: a quote is opened and not closed where the cell ends".formatted(path, line));
  }

  private static boolean breaksLines(String cell) {
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
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

  /** Reads strictly: bytes that aren't UTF-8 would come out as other letters than went in. */
  private static Reader text(Path path) throws IOException {
    BufferedReader reader = Files.newBufferedReader(path);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static void refuseWhatIsNoText(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(SNIFFED);
    }
    if (isUtf16(start)) {
      throw new RefusedFileException(path + " is UTF-16 text: save it as UTF-8");
    }
    for (byte b : start) {
      if (b == 0) {
        throw new RefusedFileException(path + " is not text");
      }
    }
  }

  /** By its byte order mark, or because every other byte of plain letters is 0. */
  private static boolean isUtf16(byte[] start) {
    if (start.length < 4) {
      return false;
    }
    int first = ByteBuffer.wrap(start).getChar();
    boolean marked = first == 0xFEFF || first == 0xFFFE;
    boolean everyOther =
        start[0] == 0 ? start[1] != 0 && start[2] == 0 : start[1] == 0 && start[3] == 0;
    return marked || everyOther;
  }

  private static RefusedFileException unreadable(String name, Throwable cause) {
    return new RefusedFileException(
        cause instanceof MalformedInputException
            ? name + " holds letters that are not UTF-8: save it as UTF-8"
            : name + " can't be read: " + cause.getMessage());
  }

  private static <T> T guarded(String name, Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof MalformedInputException) {
        throw unreadable(name, cause);
      }
      if (cause instanceof Error error) { // memory that ran out says nothing about the file
        throw error;
      }
      throw new RefusedFileException(
          "%s can't be read further: %s (a quote that isn't closed, or a line of over %,d characters?)"
              .formatted(name, cause.getMessage(), LONGEST_FIELD));
    }
  }
}
