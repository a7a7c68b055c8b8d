package io.facet.training.cli;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.models.ModelRegistry;
import io.facet.training.quality.FindingsFile;
import io.facet.training.quality.Inspection;
import io.facet.training.quality.InspectionReport;
import io.facet.training.quality.Inspector;
import io.facet.training.quality.KnownStones;
import io.facet.training.quality.Rule;
import io.facet.valuation.comparables.StonesFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Says what is wrong with files of appraised stones before anyone learns from them.",
    footer =
        "Exit codes: 0 all files can be used, 1 prices were to be compared and the model can't be had,"
            + " 2 wrong usage, 3 a file is refused.")
final class CheckCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "appraised stones as CSV")
  private List<Path> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "DIR|champion",
      description =
          "compare prices with this model's, and stones with those that it learned from; a folder, or the champion of the registry")
  private @Nullable String model;

  @Mixin private final RegistryOption registry = new RegistryOption();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "write a report of each file there: HTML, JSON, and every finding as CSV")
  private @Nullable Path report;

  @Option(names = "--rules", description = "list all that is looked at, and check nothing else")
  private boolean rules;

  CheckCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (rules) {
      CheckedFile.print(out, Rule.values());
      return ExitCode.DONE;
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Which FILE is to be checked?");
    }
    Optional<ModelFolder> judge = judge(spec.commandLine().getErr());
    KnownStones known = judge.isPresent() ? learned(judge.get()) : KnownStones.none();
    Inspector inspector =
        judge
            .map(folder -> Inspector.with(folder.appraiser(), known))
            .orElseGet(() -> Inspector.without(known));
    boolean refused = false;
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      Inspection inspection = inspect(inspector, file, unlike(names, file));
      known.add(inspection.accepted());
      CheckedFile.print(out, file, inspection);
      refused |= inspection.isRefused();
    }
    if (refused) {
      return ExitCode.DATA_REFUSED;
    }
    return model != null && judge.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Inspection inspect(Inspector inspector, Path file, String name) throws IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (report == null) {
      return inspector.inspect(file, new CheckProgress(err, file));
    }
    Files.createDirectories(report);
    try (FindingsFile findings = FindingsFile.at(report.resolve(name + "-findings.csv"))) {
      Inspection inspection = inspector.inspect(file, new CheckProgress(err, file, findings));
      InspectionReport.write(inspection, report, name);
      return inspection;
    }
  }

  /** Without it, everything but prices can still be looked at. */
  private Optional<ModelFolder> judge(PrintWriter err) {
    if (model == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(model));
    } catch (RegistryException | CommandFailedException | UnusableFolderException e) {
      err.println("facet: " + e.getMessage());
      err.println("  check     goes on without comparing prices");
      err.flush();
      return Optional.empty();
    }
  }

  private ModelFolder open(String named) {
    if (!named.equals(ModelRegistry.CHAMPION)) {
      return ModelFolder.open(Path.of(named));
    }
    try (Registries.Open open = registry.open(registries)) {
      return registries.champion(open).folder();
    }
  }

  /** The stones of the model; none where its folder has none, as older ones don't. */
  private static KnownStones learned(ModelFolder folder) throws IOException {
    Path stones = folder.path().resolve(ModelFolder.STONES);
    return Files.exists(stones)
        ? KnownStones.of(StonesFile.read(Files.readAllBytes(stones)))
        : KnownStones.none();
  }

  /** The file's name without its ending, told apart where two folders hold files of one name. */
  private static String unlike(Set<String> names, Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
    String free = name;
    for (int next = 2; !names.add(free); next++) {
      free = name + "-" + next;
    }
    return free;
  }
}
