package io.facet.training.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Caveat;
import io.facet.valuation.Estimate;
import io.facet.valuation.Reason;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "value",
    mixinStandardHelpOptions = true,
    description =
        "Prices every stone of a CSV file: the same rows with estimate, low, high in USD, problem and caveats.",
    footer = "Exit codes: 0 at least one row valued, 1 none, 2 wrong usage, 3 file refused.")
final class ValueCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "stones as CSV, columns in any order")
  private Path file = Path.of("");

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--out", paramLabel = "FILE", description = "write there, not to the terminal")
  private @Nullable Path out;

  @Option(
      names = "--explain",
      description = "add reference and factor_… : their product is estimate")
  private boolean explain;

  @Option(
      names = "--comparables",
      paramLabel = "N",
      description =
          "add the N appraised stones (1 to 10) of the model that are nearest, each adjusted to this one; a row's own appraisal (same stone, same price) is left out")
  private @Nullable Integer comparables;

  ValueCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    if (out != null && Files.exists(out) && Files.isSameFile(file, out)) {
      throw new CommandFailedException("--out would overwrite " + file + ": name another file");
    }
    CommandLine terminal = Objects.requireNonNull(spec).commandLine();
    if (comparables != null && (comparables < 1 || comparables > ComparableColumns.MOST)) {
      throw new ParameterException(
          terminal,
          "--comparables is a number of stones from 1 to %d, not %d"
              .formatted(ComparableColumns.MOST, comparables));
    }
    ModelFolder folder = model.open(registries);
    Optional<ComparableColumns> nearest =
        Optional.ofNullable(comparables).map(count -> ComparableColumns.of(folder, count));
    try (StoneFile stones = StoneFile.open(file)) {
      Counts counts =
          out == null
              ? value(stones, folder.appraiser(), nearest, terminal.getOut())
              : valueInto(out, stones, folder.appraiser(), nearest);
      terminal
          .getErr()
          .printf(
              Locale.ROOT,
              "%,d of %,d stones valued, %,d refused%s%n",
              counts.valued,
              counts.valued + counts.refused,
              counts.refused,
              counts.refused > 0 ? " (column problem says why)" : "");
      terminal.getErr().flush();
      return counts.valued > 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private record Counts(long valued, long refused) {}

  /** Writes aside and moves: a file that is refused half way leaves no half result. */
  private Counts valueInto(
      Path target, StoneFile stones, Appraiser appraiser, Optional<ComparableColumns> nearest)
      throws IOException {
    Path aside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Counts counts;
      try (Writer writer = Files.newBufferedWriter(aside)) {
        counts = value(stones, appraiser, nearest, writer);
      }
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      return counts;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Counts value(
      StoneFile stones, Appraiser appraiser, Optional<ComparableColumns> nearest, Writer target)
      throws IOException {
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
    List<String> header = header(stones.columns(), nearest);
    writer.writeRecord(header);
    long valued = 0;
    long refused = 0;
    int columns = stones.columns().size();
    for (StoneRow row : stones) {
      List<String> cells =
          new ArrayList<>(row.cells().subList(0, Math.min(columns, row.cells().size())));
      if (row.stone().isPresent()) {
        Diamond stone = row.stone().get();
        cells.addAll(figures(appraiser, stone));
        nearest.ifPresent(found -> cells.addAll(found.cells(stone, row.price())));
        valued++;
      } else {
        pad(cells, columns + 3);
        cells.add(row.problem());
        refused++;
      }
      pad(cells, header.size());
      writer.writeRecord(cells);
    }
    writer.flush();
    return new Counts(valued, refused);
  }

  private List<String> header(List<String> columns, Optional<ComparableColumns> nearest) {
    List<String> header = new ArrayList<>(columns);
    Collections.addAll(header, "estimate", "low", "high", "problem");
    if (explain) {
      header.add("reference");
      for (Factor factor : Factor.values()) {
        header.add("factor_" + factor.label());
      }
    }
    header.add("caveats");
    nearest.ifPresent(found -> header.addAll(found.header()));
    return header;
  }

  private List<String> figures(Appraiser appraiser, Diamond stone) {
    List<String> cells = new ArrayList<>();
    Estimate estimate;
    if (explain) {
      Valuation valuation = appraiser.value(stone);
      estimate = valuation.estimate();
      add(cells, estimate);
      cells.add(Double.toString(valuation.referencePrice()));
      for (Reason reason : valuation.reasons()) {
        cells.add(Double.toString(reason.multiplier()));
      }
    } else {
      estimate = appraiser.estimate(stone);
      add(cells, estimate);
    }
    cells.add(estimate.caveats().stream().map(Caveat::text).collect(Collectors.joining("; ")));
    return cells;
  }

  private static void add(List<String> cells, Estimate estimate) {
    cells.add(Double.toString(estimate.price()));
    cells.add(Double.toString(estimate.range().low()));
    cells.add(Double.toString(estimate.range().high()));
    cells.add("");
  }

  private static void pad(List<String> cells, int size) {
    while (cells.size() < size) {
      cells.add("");
    }
  }
}
