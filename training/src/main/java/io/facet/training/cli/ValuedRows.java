package io.facet.training.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Every row of a file of stones again, in its order, with what the model says of it.
 *
 * @param figures the price and what belongs to it
 * @param nearest comparables, where they are asked for
 */
record ValuedRows(FigureColumns figures, Optional<ComparableColumns> nearest) {

  /** How many rows had a stone in them, and how many had none. */
  record Counts(long valued, long refused) {}

  /** Writes aside and moves: a file that is refused half way leaves no half result. */
  Counts write(StoneFile stones, Path target) throws IOException {
    Path aside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Counts counts;
      try (Writer writer = Files.newBufferedWriter(aside)) {
        counts = write(stones, writer);
      }
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      return counts;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  Counts write(StoneFile stones, Writer target) throws IOException {
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
    List<String> header = header(stones.columns());
    writer.writeRecord(header);
    long valued = 0;
    long refused = 0;
    int columns = stones.columns().size();
    for (StoneRow row : stones) {
      List<String> cells =
          new ArrayList<>(row.cells().subList(0, Math.min(columns, row.cells().size())));
      pad(cells, columns);
      if (row.stone().isPresent()) {
        Diamond stone = row.stone().get();
        cells.addAll(figures.cells(stone));
        nearest.ifPresent(found -> cells.addAll(found.cells(stone, row.price())));
        valued++;
      } else {
        cells.addAll(FigureColumns.refused(row.problem()));
        refused++;
      }
      pad(cells, header.size());
      writer.writeRecord(cells);
    }
    writer.flush();
    return new Counts(valued, refused);
  }

  private List<String> header(List<String> columns) {
    List<String> header = new ArrayList<>(columns);
    header.addAll(figures.header());
    nearest.ifPresent(found -> header.addAll(found.header()));
    return header;
  }

  private static void pad(List<String> cells, int size) {
    while (cells.size() < size) {
      cells.add("");
    }
  }
}
