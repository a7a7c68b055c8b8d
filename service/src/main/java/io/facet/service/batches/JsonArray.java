package io.facet.service.batches;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.stones.NamedStone;
import io.facet.service.stones.StoneReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON array of stones, small enough to be read as a whole before anything is answered. */
final class JsonArray implements Form {

  static final int MOST = 1_000;
  static final int LARGEST = 1024 * 1024;

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final StoneReader stones = NamedStone.reader();
  private final List<byte[]> items;
  private final OutputStream out;
  private final JsonResults results;
  private int asked;
  private int answered;

  JsonArray(List<byte[]> items, OutputStream out, JsonResults results) {
    this.items = items;
    this.out = out;
    this.results = results;
  }

  /** The items of the array {@code body}, each word for word, or the problem with it as a whole. */
  static List<byte[]> items(byte[] body) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw invalid("Send the stones as a JSON array: [{\"carat\": 0.72, …}, …].");
      }
      List<byte[]> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        int start = (int) json.currentTokenLocation().getByteOffset();
        if (start < 0) {
          throw invalid("Send the stones in UTF-8.");
        }
        json.skipChildren();
        json.finishToken();
        items.add(Arrays.copyOfRange(body, start, (int) json.currentLocation().getByteOffset()));
      }
      if (json.nextToken() != null) {
        throw invalid("Something follows after the array: send one JSON array.");
      }
      return atMost(items);
    } catch (JacksonException e) {
      throw StoneReader.malformed(e);
    }
  }

  private static List<byte[]> atMost(List<byte[]> items) {
    if (items.size() > MOST) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE,
          "Send at most 1,000 stones in an array; as application/x-ndjson or text/csv, any number.");
    }
    return items;
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID_BODY, detail);
  }

  @Override
  public @Nullable Line next() {
    if (asked == items.size()) {
      return null;
    }
    byte[] item = items.get(asked++);
    return new Line(asked, List.of(), () -> NamedStone.of(stones.read(item)));
  }

  @Override
  public void answer(Line line, Result result) throws IOException {
    out.write(answered++ == 0 ? '[' : ',');
    out.write(results.json(line, result));
  }

  @Override
  public void flush() {
    // All of it is short, and its end is near.
  }

  @Override
  public void end() throws IOException {
    if (answered == 0) {
      out.write('[');
    }
    out.write(']');
  }
}
