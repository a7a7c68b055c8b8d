package io.facet.training.cli;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.runs.Sample;
import io.facet.training.gate.GateReport;
import io.facet.training.publication.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = "Registers a model folder that was trained while the registry was away.",
    footer = "Exit codes: 0 registered and promoted, 1 failed, 4 registered as challenger.")
final class RegisterCommand implements Callable<Integer> {

  private final Registries registries;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the model folder")
  private Path folder = Path.of("");

  @Mixin private final RegistryOption registry = new RegistryOption();

  RegisterCommand(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ModelFolder model = ModelFolder.open(folder);
    try (Registries.Open open = registry.open(registries)) {
      return publish(open, registries.reports(), model, List.of(), out);
    }
  }

  /**
   * Publishes {@code model} and says what came of it; the exit code tells the same.
   *
   * @param reports where to keep what the gate says
   * @param usage what learning took of the machine
   */
  static int publish(
      Registries.Open open, Path reports, ModelFolder model, List<Sample> usage, PrintWriter out) {
    Publication.Outcome outcome =
        new Publication(open.tracker(), open.registry(), usage)
            .publish(model, System.getProperty("user.name", "unknown"));
    String version = outcome.version().version();
    String place = outcome.promoted() ? " and the champion now" : " as challenger";
    if (outcome.report().isEmpty()) {
      out.printf("Version %s is registered%s: %s.%n", version, place, outcome.reason());
    } else {
      out.printf("Version %s is registered%s.%n%n", version, place);
      out.println(outcome.report().get().text());
      out.println(kept(outcome.report().get(), reports.resolve(open.name()), version));
    }
    out.flush();
    return outcome.promoted() ? ExitCode.DONE : ExitCode.GATE_REFUSED;
  }

  /**
   * Keeps {@code report} and says where. A full disk doesn't undo what is registered.
   *
   * @param folder of the registry's reports
   */
  static String kept(GateReport report, Path folder, String version) {
    Path gate = folder.resolve("gate-version-" + version);
    try {
      report.write(gate);
      return "  the report: " + gate.resolve("gate.html");
    } catch (IOException e) {
      return "  the report lies in MLflow only: " + gate + " can't be written";
    }
  }
}
