package io.facet.service.batches;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.StoneReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** NDJSON: one object a line, here and there. Blank lines are counted, not answered. */
final class JsonLines implements Form {

  private static final int LONGEST = 64 * 1024;
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final StoneReader stones = NamedStone.reader();
  private final InputStream in;
  private final OutputStream out;
  private final JsonResults results;
  private final byte[] buffer = new byte[16 * 1024];
  private int at;
  private int end;
  private long number;

  JsonLines(InputStream in, OutputStream out, JsonResults results) {
    this.in = in;
    this.out = out;
    this.results = results;
  }

  @Override
  public @Nullable Line next() throws IOException {
    for (byte[] line = line(); line != null; line = line()) {
      number++;
      byte[] text = number == 1 ? withoutBom(line) : line;
      if (!isBlank(text)) {
        return new Line(number, List.of(), () -> stone(text));
      }
    }
    return null;
  }

  private NamedStone stone(byte[] text) {
    if (text.length > LONGEST) {
      throw new ProblemException(ProblemType.BODY_TOO_LARGE, "Send at most 64 kB in a line.");
    }
    return NamedStone.of(stones.read(text));
  }

  /** What comes before the next line feed; of a line that is too long, just enough to see it. */
  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    while (at < end || fill()) {
      int feed = at;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      line.write(buffer, at, Math.min(feed - at, LONGEST + 1 - line.size()));
      at = feed;
      if (feed < end) {
        at++;
        return line.toByteArray();
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static byte[] withoutBom(byte[] line) {
    return Arrays.mismatch(BOM, line) == BOM.length
        ? Arrays.copyOfRange(line, BOM.length, line.length)
        : line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte letter : line) {
      if (letter != ' ' && letter != '\t' && letter != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void answer(Line line, Result result) throws IOException {
    out.write(results.json(line, result));
    out.write('\n');
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
