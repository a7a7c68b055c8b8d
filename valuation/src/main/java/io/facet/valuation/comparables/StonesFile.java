package io.facet.valuation.comparables;

import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Checked;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Feature;
import io.facet.valuation.stone.StoneDescription;
import io.facet.valuation.stone.StoneProblem;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code stones.csv}: the appraised stones that a model carries, the nine columns and {@code
 * price}, every number with all its digits. Any program can read it. This class reads only what it
 * wrote itself: these columns in this order, no quotes, since neither numbers nor grades need any.
 */
public final class StonesFile {

  private static final String PRICE = "price";
  private static final String HEADER =
      Stream.concat(Arrays.stream(Feature.values()).map(Feature::column), Stream.of(PRICE))
          .collect(Collectors.joining(","));

  private StonesFile() {}

  /** The content of the file for {@code stones}, in their order. */
  public static byte[] write(List<Appraisal> stones) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    stones.forEach(appraisal -> append(text, appraisal));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes the same content to {@code out}, stone by stone.
   *
   * @return how many there were
   */
  public static long write(Iterator<Appraisal> stones, Writer out) throws IOException {
    out.append(HEADER).append('\n');
    long count = 0;
    StringBuilder line = new StringBuilder();
    while (stones.hasNext()) {
      line.setLength(0);
      append(line, stones.next());
      out.append(line);
      count++;
    }
    return count;
  }

  private static void append(StringBuilder text, Appraisal appraisal) {
    Diamond stone = appraisal.stone();
    text.append(stone.carat()).append(',');
    text.append(stone.cut().spelling()).append(',');
    text.append(stone.color().spelling()).append(',');
    text.append(stone.clarity().spelling()).append(',');
    text.append(stone.depth()).append(',');
    text.append(stone.table()).append(',');
    text.append(stone.x()).append(',');
    text.append(stone.y()).append(',');
    text.append(stone.z()).append(',');
    text.append(appraisal.price()).append('\n');
  }

  /**
   * The stones in {@code content}.
   *
   * @throws UnreadableStonesException when it isn't a whole file of stones
   */
  public static List<Appraisal> read(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (!text.startsWith(HEADER + "\n")) {
      throw new UnreadableStonesException("its first line is not " + HEADER);
    }
    if (!text.endsWith("\n")) {
      throw new UnreadableStonesException("its last line is cut off");
    }
    List<String> lines = text.lines().toList();
    if (lines.size() == 1) {
      throw new UnreadableStonesException("it holds no stones");
    }
    List<Appraisal> stones = new ArrayList<>(lines.size() - 1);
    for (int i = 1; i < lines.size(); i++) {
      stones.add(appraisal(i + 1, lines.get(i).split(",", -1)));
    }
    return stones;
  }

  private static Appraisal appraisal(int line, String[] cells) {
    int price = Feature.values().length;
    if (cells.length != price + 1) {
      throw new UnreadableStonesException(
          "line %d has %d cells, not %d".formatted(line, cells.length, price + 1));
    }
    Checked checked = StoneDescription.check(feature -> cells[feature.ordinal()]);
    if (checked instanceof Checked.Accepted accepted) {
      return new Appraisal(accepted.diamond(), price(line, cells[price]));
    }
    String problems =
        ((Checked.Refused) checked)
            .problems().stream().map(StoneProblem::toString).collect(Collectors.joining("; "));
    throw new UnreadableStonesException("line " + line + ": " + problems);
  }

  private static double price(int line, String cell) {
    try {
      double price = Double.parseDouble(cell);
      if (price > 0 && Double.isFinite(price)) {
        return price;
      }
    } catch (NumberFormatException e) {
      // Told below, like any other price that is none.
    }
    throw new UnreadableStonesException(
        "line %d: the price \"%s\" is not a number of USD above 0".formatted(line, cell));
  }
}
