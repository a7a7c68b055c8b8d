package io.facet.training.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.registry.folder.ModelFolder;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Estimate;
import io.facet.valuation.Reason;
import io.facet.valuation.Valuation;
import io.facet.valuation.stone.Diamond;
import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "value",
    mixinStandardHelpOptions = true,
    description =
        "Prices every stone of a CSV file: the same rows with estimate, low, high in USD.",
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

  ValueCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    ModelFolder folder = model.open(registries);
    try (StoneFile stones = StoneFile.open(file)) {
      long valued;
      if (out == null) {
        // The terminal is not ours to close.
        CsvWriter terminal =
            CsvWriter.builder().build(Objects.requireNonNull(spec).commandLine().getOut());
        valued = value(stones, folder.appraiser(), terminal);
        terminal.flush();
      } else {
        try (CsvWriter written = CsvWriter.builder().build(out)) {
          valued = value(stones, folder.appraiser(), written);
        }
      }
      return valued > 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private long value(StoneFile stones, Appraiser appraiser, CsvWriter writer) {
    writer.writeRecord(header(stones.columns()));
    long valued = 0;
    for (StoneRow row : stones) {
      int columns = stones.columns().size();
      List<String> cells =
          new ArrayList<>(row.cells().subList(0, Math.min(columns, row.cells().size())));
      if (row.stone().isPresent()) {
        cells.addAll(figures(appraiser, row.stone().get()));
        valued++;
      } else {
        pad(cells, columns + 3);
        cells.add(row.problem());
        if (explain) {
          pad(cells, cells.size() + 1 + Factor.COUNT);
        }
      }
      writer.writeRecord(cells);
    }
    return valued;
  }

  private List<String> header(List<String> columns) {
    List<String> header = new ArrayList<>(columns);
    Collections.addAll(header, "estimate", "low", "high", "problem");
    if (explain) {
      header.add("reference");
      for (Factor factor : Factor.values()) {
        header.add("factor_" + factor.label());
      }
    }
    return header;
  }

  private List<String> figures(Appraiser appraiser, Diamond stone) {
    List<String> cells = new ArrayList<>();
    if (explain) {
      Valuation valuation = appraiser.value(stone);
      add(cells, valuation.estimate());
      cells.add(Double.toString(valuation.referencePrice()));
      for (Reason reason : valuation.reasons()) {
        cells.add(Double.toString(reason.multiplier()));
      }
    } else {
      add(cells, appraiser.estimate(stone));
    }
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
