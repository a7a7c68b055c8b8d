package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.stones.StoneFile;
import io.facet.valuation.Appraiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        "Prices every stone of a CSV file: the same rows with estimate, low, high in USD, problem and caveats."
            + " The estimate is the median: half of such stones fetch more, half less.",
    footer = "Exit codes: 0 at least one row valued, 1 none, 2 wrong usage, 3 file refused.")
final class ValueCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "stones as CSV, columns in any order")
  private Path file = Path.of("");

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--out", paramLabel = "FILE", description = "write there, not to the terminal")
  private @Nullable Path out;

  @Mixin private final CoverageOption coverage = new CoverageOption();

  @Option(
      names = "--mean",
      description =
          "add mean, what such stones fetch on average in USD; estimate is the median, which half of"
              + " them exceed")
  private boolean mean;

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
    ValuedRows rows = rows(model.open(registries));
    try (StoneFile stones = StoneFile.open(file)) {
      ValuedRows.Counts counts =
          out == null ? rows.write(stones, terminal.getOut()) : rows.write(stones, out);
      terminal
          .getErr()
          .printf(
              Locale.ROOT,
              "%,d of %,d stones valued, %,d refused%s%n",
              counts.valued(),
              counts.valued() + counts.refused(),
              counts.refused(),
              counts.refused() > 0 ? " (column problem says why)" : "");
      terminal.getErr().flush();
      return counts.valued() > 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private ValuedRows rows(ModelFolder folder) {
    Appraiser appraiser = folder.appraiser();
    return new ValuedRows(
        new FigureColumns(appraiser, coverage.of(appraiser.ranges()), explain, mean),
        Optional.ofNullable(comparables).map(count -> ComparableColumns.of(folder, count)));
  }
}
