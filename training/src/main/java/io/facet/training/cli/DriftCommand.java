package io.facet.training.cli;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.profile.Level;
import io.facet.registry.profile.Profile;
import io.facet.training.drift.Drift;
import io.facet.training.drift.DriftLog;
import io.facet.training.drift.DriftMeter;
import io.facet.training.drift.DriftReport;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description =
        "Whether the stones of a CSV file, and their prices, are such as a model has learned from;"
            + " where it is the champion, the answer is also logged beside it, as a run of MLflow.",
    footer = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 data refused, 4 alarm.")
final class DriftCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "stones as CSV; prices are welcome, not needed")
  private Path file = Path.of("");

  @Mixin private final ModelOption model = new ModelOption();

  @Option(names = "--json", description = "print JSON instead of a table")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write a page with plots there, which needs nothing else")
  private @Nullable Path report;

  DriftCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    if (report != null && Files.exists(report)) {
      throw new CommandFailedException(report + " exists already: name a new file");
    }
    if (!model.isChampion()) {
      return answer(measure(model.open(registries)));
    }
    try (Registries.Open open = model.registry(registries)) {
      Registries.Champion champion = registries.champion(open);
      Measured measured = measure(champion.folder());
      int exit = answer(measured);
      log(open, champion.version().version(), measured.report());
      return exit;
    }
  }

  private record Measured(DriftReport report, long refused) {}

  private Measured measure(ModelFolder folder) throws IOException {
    Profile profile =
        Profile.in(folder)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "%s has no %s to compare with, since an earlier Facet wrote it: train the model again"
                            .formatted(folder.path(), Profile.FILE)));
    DriftMeter meter = new DriftMeter(profile);
    long refused = read(folder, meter);
    Drift drift = meter.drift();
    if (drift.stones() == 0) {
      throw new RefusedFileException(file + " holds no stone to look at");
    }
    return new Measured(
        new DriftReport(
            String.valueOf(file.getFileName()),
            "%s, trained at %s on %,d stones"
                .formatted(
                    folder.provenance().family(),
                    folder.provenance().trainedAt(),
                    profile.stones()),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            drift),
        refused);
  }

  private int answer(Measured measured) throws IOException {
    DriftReport found = measured.report();
    if (report != null) {
      Files.writeString(report, found.html());
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(json ? found.json() + "\n" : found.text());
    if (!json && measured.refused() > 0) {
      out.printf("Left out, because no stone can be so: %,d.%n", measured.refused());
    }
    out.flush();
    return found.drift().level() == Level.ALARM ? ExitCode.GATE_REFUSED : ExitCode.DONE;
  }

  /** What was found is told already: it counts, whether or not it can be logged too. */
  private void log(Registries.Open open, String version, DriftReport found) {
    try {
      DriftLog.log(open.tracker(), found, Map.of("model_version", version), Optional.empty());
    } catch (RegistryException e) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.println("facet: " + e.getMessage());
      err.println("  drift     is not logged there; all else is done");
      err.flush();
    }
  }

  /** Returns how many rows were refused. */
  private long read(ModelFolder folder, DriftMeter meter) throws IOException {
    long refused = 0;
    try (StoneFile stones = StoneFile.open(file)) {
      for (StoneRow row : stones) {
        if (row.stone().isEmpty() || !row.problems().isEmpty()) {
          refused++;
          continue;
        }
        Diamond stone = row.stone().orElseThrow();
        double estimate = folder.appraiser().estimate(stone).price();
        if (row.price().isPresent()) {
          meter.add(stone, estimate, row.price().get());
        } else {
          meter.add(stone, estimate);
        }
      }
    }
    return refused;
  }
}
