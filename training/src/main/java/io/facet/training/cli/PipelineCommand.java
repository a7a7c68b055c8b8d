package io.facet.training.cli;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.Scratch;
import io.facet.registry.storage.Storage;
import io.facet.training.appraisals.Appraisals;
import io.facet.training.appraisals.ServiceAppraisals;
import io.facet.training.families.ModelFamily;
import io.facet.training.pipeline.Decision;
import io.facet.training.pipeline.Learning;
import io.facet.training.pipeline.Outcome;
import io.facet.training.pipeline.Overlay;
import io.facet.training.pipeline.Pipeline;
import io.facet.training.stones.RefusedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
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
import picocli.CommandLine.Spec;

@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = {
      "Takes new files of appraisals, once each, checks and files them, learns from all that was ever",
      "accepted, and registers the model; it becomes champion if the gate lets it."
    },
    footer =
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a file was refused, 4 the gate refused.")
final class PipelineCommand implements Callable<Integer> {

  /** A lease in Blob storage outlives its holder by half a minute. */
  private static final Duration UNTIL_KILLED_ONES_ARE_FORGOTTEN = Duration.ofSeconds(35);

  private final Home home;
  private final Registries registries;
  private final Places places;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--incoming",
      required = true,
      paramLabel = "DIR|wasbs://…|azurite",
      description = {
        "where files arrive: a folder, a container or folder of Blob storage, or the container",
        "incoming of this home's Azurite; files end in its accepted/ and quarantine/, with reports"
      })
  private String incoming = "";

  @Option(
      names = "--training-set",
      paramLabel = "DIR|wasbs://…|azurite",
      description = {
        "where accepted stones are kept; by default the container training-set of this home's",
        "Azurite while it runs, else the folder training-set of the home"
      })
  private @Nullable String trainingSet;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "what everything begins with (default: ${DEFAULT-VALUE})")
  private Path base = Path.of("datasets/diamonds/diamonds.csv");

  @Mixin private final LearningOption learning = new LearningOption();

  @Option(
      names = "--quiet",
      paramLabel = "SECONDS",
      description = {
        "a file that changes within that time is still being written (default: ${DEFAULT-VALUE})"
      })
  private double quiet = 2;

  @Option(
      names = "--from-appraisals",
      description = {
        "take prices that experts sent to the API too; they are marked as used by the version",
        "that is registered with them"
      })
  private boolean fromAppraisals;

  @Mixin private final ServiceOption service;

  @Option(names = "--watch", description = "go on looking for files until Ctrl-C")
  private boolean watch;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "how often --watch looks (default: ${DEFAULT-VALUE})")
  private double every = 30;

  @Option(
      names = "--dry-run",
      description = "say what would happen, with all that it takes, and change nothing")
  private boolean dryRun;

  @Mixin private final RegistryOption registry = new RegistryOption();

  PipelineCommand(Home home, Registries registries, Places places) {
    this.home = home;
    this.registries = registries;
    this.places = places;
    this.service = new ServiceOption(home, "staff");
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ModelFamily family = learning.family();
    if (!(quiet >= 0 && every > 0)) {
      throw wrong("--quiet and --every are seconds");
    }
    if (watch && dryRun) {
      throw wrong("--dry-run looks once: leave out --watch");
    }
    try (Registries.Open open = registry.open(registries);
        Scratch scratch = Scratch.open()) {
      Pipeline pipeline = pipeline(open, family, scratch, out);
      Path reports = registries.reports().resolve(open.name());
      return watch ? watch(pipeline, reports, out) : once(pipeline, reports, out);
    }
  }

  private Pipeline pipeline(
      Registries.Open open, ModelFamily family, Scratch scratch, PrintWriter out)
      throws IOException {
    if (!Places.exists(incoming)) {
      throw wrong("there is no folder " + incoming + ": make it, or is another one meant?");
    }
    Storage arriving = places.at(incoming, "incoming");
    Storage kept = places.trainingSet(trainingSet);
    Optional<Appraisals> appraisals = appraisals();
    Path models = home.models();
    Decision decision =
        new Decision.Register(
            open.tracker(), open.registry(), System.getProperty("user.name", "unknown"));
    if (dryRun) {
      arriving = over(arriving, scratch.resolve("incoming"));
      kept = over(kept, scratch.resolve("training-set"));
      appraisals = appraisals.map(Appraisals::readOnly);
      models = scratch.resolve("models");
      decision = new Decision.Preview(open.tracker(), open.registry());
    }
    return new Pipeline(
        arriving,
        Duration.ofMillis(Math.round(1_000 * quiet)),
        appraisals,
        kept,
        base,
        new Learning(family, learning.seed(), models),
        open.registry(),
        decision,
        new PipelineLines(out),
        Clock.systemUTC());
  }

  private static Storage over(Storage storage, Path scratch) {
    return new Storage(storage.address(), new Overlay(storage.files(), scratch), storage.leases());
  }

  private Optional<Appraisals> appraisals() throws IOException {
    if (!fromAppraisals) {
      return Optional.empty();
    }
    return Optional.of(new ServiceAppraisals(service.address(), service.secret()));
  }

  private int once(Pipeline pipeline, Path reports, PrintWriter out)
      throws IOException, InterruptedException {
    Optional<Outcome> outcome = pipeline.run();
    if (outcome.isEmpty()) {
      out.println("  another pipeline is at work here, or was killed a moment ago: waits for it");
      out.flush();
      Thread.sleep(UNTIL_KILLED_ONES_ARE_FORGOTTEN);
      outcome = pipeline.run();
    }
    if (outcome.isEmpty()) {
      out.println("Another pipeline is at work here: it takes the files.");
      out.flush();
      return ExitCode.DONE;
    }
    print(out, outcome.get(), reports);
    return exit(outcome.get());
  }

  private void print(PrintWriter out, Outcome outcome, Path reports) {
    PipelineTable.print(out, outcome, dryRun);
    outcome
        .learned()
        .flatMap(model -> model.version().flatMap(version -> kept(model, reports, version)))
        .ifPresent(out::println);
    out.flush();
  }

  private static Optional<String> kept(Outcome.Learned model, Path reports, String version) {
    return model.report().map(report -> RegisterCommand.kept(report, reports, version));
  }

  /** Whatever can't be reached now may be there the next time. */
  private int watch(Pipeline pipeline, Path reports, PrintWriter out)
      throws IOException, InterruptedException {
    Set<String> unreadable = new HashSet<>();
    out.printf("  watching  %s, every %.0f s; Ctrl-C ends it%n", incoming, every);
    out.flush();
    while (true) {
      try {
        Optional<Outcome> outcome = pipeline.run();
        boolean unheardOf = outcome.filter(one -> unreadable.addAll(one.unreadable())).isPresent();
        if (unheardOf || outcome.filter(PipelineCommand::isNews).isPresent()) {
          print(out, outcome.get(), reports);
        }
      } catch (RegistryException | RefusedFileException | IOException | UncheckedIOException e) {
        out.println("  " + e.getMessage() + ": looks again");
        out.flush();
      }
      Thread.sleep(Duration.ofMillis(Math.round(1_000 * every)));
    }
  }

  private static boolean isNews(Outcome outcome) {
    return !outcome.steps().isEmpty() || outcome.refused() || outcome.appraisalsAway().isPresent();
  }

  private static int exit(Outcome outcome) {
    if (outcome.appraisalsAway().isPresent()) {
      return ExitCode.FAILED;
    }
    if (outcome.gateRefused()) {
      return ExitCode.GATE_REFUSED;
    }
    return outcome.refused() ? ExitCode.DATA_REFUSED : ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
