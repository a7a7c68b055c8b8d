package io.facet.training.cli;

import io.facet.registry.RegistryException;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Scratch;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Sample;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.folder.TrainedFolder;
import io.facet.training.learning.Trained;
import io.facet.training.pipeline.TrainingSet;
import io.facet.training.reproduction.Reproduction;
import io.facet.training.reproduction.Stones;
import io.facet.training.selection.Sweep;
import io.facet.training.stones.TrainingData;
import io.facet.training.usage.Gauge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Learns prices from appraised stones, registers the model and lets it challenge the champion.",
    footer =
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 data refused, 4 the gate refuses,"
            + " or what was learned again differs.")
final class TrainCommand implements Callable<Integer> {

  private static final DateTimeFormatter FOLDER_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Home home;
  private final Registries registries;
  private final Places places;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "FILE",
      description = "appraised stones as CSV")
  private List<Path> data = List.of();

  @Option(
      names = "--reproduce",
      paramLabel = "VERSION",
      description = {
        "learn that version again from the files, the seed and the family that its provenance names,",
        "compare the two byte for byte and register nothing; files that aren't in the training set",
        "are taken from --data"
      })
  private @Nullable String reproduce;

  @Option(
      names = "--training-set",
      paramLabel = "DIR|wasbs://…|azurite",
      description = "where --reproduce looks for files; that of the pipeline by default")
  private @Nullable String trainingSet;

  @Mixin private final LearningOption learning = new LearningOption();

  @Option(
      names = "--sweep",
      description = "compare all families on the same folds, take the simplest within noise")
  private boolean sweep;

  @Option(
      names = "--tune",
      paramLabel = "STONES",
      description = {
        "look for the family's settings again, on at most so many of the stones: 2400 take some 15",
        "minutes; without it, those found on Don Francesco's stones are used"
      })
  private int tune;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write the model folder there and register nothing; needs no server")
  private @Nullable Path out;

  @Mixin private final RegistryOption registry = new RegistryOption();

  @Option(
      names = "--allow-set-aside",
      paramLabel = "PERCENT",
      description = "of the rows that may be unusable (default: ${DEFAULT-VALUE})")
  private double allowSetAside = 20;

  @Option(names = "--unless-champion", description = "do nothing where there is a champion already")
  private boolean unlessChampion;

  TrainCommand(Home home, Registries registries, Places places) {
    this.home = home;
    this.registries = registries;
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
    ModelFamily family = learning.family();
    if (data.isEmpty() && reproduce == null) {
      throw wrong("--data FILE names appraised stones to learn from");
    }
    if (reproduce != null && (sweep || tune != 0 || unlessChampion || learning.isGiven())) {
      throw wrong(
          "--reproduce learns as the version's provenance says: it takes only --data, --out,"
              + " --training-set and --mlflow");
    }
    if (!(allowSetAside >= 0 && allowSetAside <= 100)) {
      throw wrong("--allow-set-aside is a percentage from 0 to 100, not " + allowSetAside);
    }
    if (sweep && (tune != 0 || learning.isFamilyGiven())) {
      throw wrong(
          "--sweep compares all families as they are: it takes neither --family nor --tune");
    }
    if (tune != 0 && tune < TrainingData.FEWEST) {
      throw wrong("--tune takes at least %d stones, not %d".formatted(TrainingData.FEWEST, tune));
    }
    Optional<String> champion = unlessChampion ? championVersion() : Optional.empty();
    if (champion.isPresent()) {
      terminal.println("  train     version " + champion.get() + " is the champion already");
      terminal.flush();
      return ExitCode.DONE;
    }
    if (out != null && Files.exists(out)) {
      throw new CommandFailedException(out + " exists already: name a new folder");
    }
    if (reproduce != null) {
      return reproduce(reproduce, terminal);
    }
    try (Gauge gauge = Gauge.start()) {
      return train(terminal, family, gauge);
    }
  }

  private int train(PrintWriter terminal, ModelFamily family, Gauge gauge) throws IOException {
    TrainingData stones = TrainingData.read(data);
    stones.require(allowSetAside);
    summarize(terminal, stones);
    Optional<Sweep> compared = sweep ? Optional.of(compare(terminal, stones)) : Optional.empty();
    Trained trained =
        compared
            .map(best -> refit(best.family(), stones, best.validation()))
            .orElseGet(() -> learn(terminal, stones, family));
    Path folder = out != null ? out : home.models().resolve(folderName(trained));
    ModelFolder model = TrainedFolder.write(folder, trained, stones, compared.map(Sweep::report));
    terminal.println("  train     the model lies in " + folder);
    terminal.flush();
    return out != null ? ExitCode.DONE : publish(terminal, model, gauge.all());
  }

  private int reproduce(String version, PrintWriter terminal) throws IOException {
    try (Registries.Open open = registry.open(registries);
        Scratch scratch = Scratch.open()) {
      ModelFolder original = registries.version(open, version, scratch.resolve("original"));
      Stones stones = new Stones(data, new TrainingSet(places.trainingSet(trainingSet).files()));
      Reproduction reproduction =
          Reproduction.of(
              original,
              stones,
              scratch.resolve("stones"),
              out != null ? out : scratch.resolve("again"),
              Progress.of(terminal, original.provenance().family(), CrossValidation.FOLDS));
      ReproductionLines.print(terminal, version, reproduction);
      return reproduction.isIdentical() ? ExitCode.DONE : ExitCode.GATE_REFUSED;
    }
  }

  private Optional<String> championVersion() {
    try (Registries.Open open = registry.open(registries)) {
      open.registry().settle();
      return open.registry().champion().map(ModelVersion::version);
    }
  }

  private Trained learn(PrintWriter terminal, TrainingData stones, ModelFamily family) {
    ModelFamily tuned = tune == 0 ? family : tuned(terminal, stones, family);
    IntConsumer progress = Progress.of(terminal, family.name(), CrossValidation.FOLDS);
    CrossValidation validation = Trained.validate(tuned, stones, learning.seed(), progress);
    FigureTable.print(terminal, Map.of(family.name(), validation.figures()));
    return refit(tuned, stones, validation);
  }

  private ModelFamily tuned(PrintWriter terminal, TrainingData stones, ModelFamily family) {
    return family
        .tuned(stones.stones(), tune, Progress.looking(terminal, family.name()))
        .orElseThrow(() -> wrong("--tune: " + family.name() + " has no settings to look for"));
  }

  private Sweep compare(PrintWriter terminal, TrainingData stones) {
    Sweep found =
        Sweep.of(
            Families.compared(learning.quick()),
            stones.stones(),
            Trained.folds(stones),
            learning.seed(),
            new Progress.Lines(terminal));
    SweepTable.print(terminal, found.report());
    return found;
  }

  private Trained refit(ModelFamily family, TrainingData stones, CrossValidation validation) {
    return Trained.refit(family, stones, validation, learning.seed(), Clock.systemUTC());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private int publish(PrintWriter terminal, ModelFolder model, List<Sample> usage) {
    try (Registries.Open open = registry.open(registries)) {
      return RegisterCommand.publish(open, registries.reports(), model, usage, terminal);
    } catch (RegistryException | CommandFailedException e) {
      throw new CommandFailedException(
          "%s%nThe trained model is safe in its folder. To go on where this broke off: ./facet models register %s"
              .formatted(e.getMessage(), model.path()));
    }
  }

  private static String folderName(Trained trained) {
    return "%s-%s-%s"
        .formatted(
            FOLDER_TIME.format(trained.provenance().trainedAt()),
            trained.family().name(),
            UUID.randomUUID().toString().substring(0, 8));
  }

  private static void summarize(PrintWriter terminal, TrainingData stones) {
    stones
        .sources()
        .forEach(
            file ->
                terminal.printf(
                    "  %s: %,d rows, %,d accepted, %,d unappraised, %,d set aside%n",
                    file.name(),
                    file.rows(),
                    file.accepted(),
                    file.unappraised(),
                    file.setAside()));
    stones.setAside().stream()
        .limit(5)
        .forEach(
            row ->
                terminal.printf("    line %d: %s %s%n", row.line(), row.column(), row.problem()));
    if (stones.setAside().size() > 5) {
      terminal.printf(
          "    … and %,d more, all in training/set-aside.csv%n", stones.setAside().size() - 5);
    }
    terminal.flush();
  }
}
