package io.facet.training.publication;

import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Provenance;
import io.facet.registry.folder.Scratch;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Dataset;
import io.facet.registry.runs.Dataset.Column;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunTracker;
import io.facet.registry.runs.Sample;
import io.facet.training.gate.Evidence;
import io.facet.training.gate.Gate;
import io.facet.training.gate.GateReport;
import io.facet.training.gate.Rival;
import io.facet.training.selection.Candidate;
import io.facet.training.selection.SweepReport;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logs a model folder as a run, registers it and lets it challenge the champion. Promotion is the
 * last step, so whatever fails before it leaves the champion where it is.
 */
public final class Publication {

  /** Tag of a version: the digest of the folder that it was made from. */
  private static final String MODEL = "model_sha256";

  /** Tag of a version: the digest of all that it learned from. */
  public static final String DATA = "data_sha256";

  private static final List<String> PRICE_LISTS =
      List.of("price-list.html", "price-list.csv", "price-list.pdf");

  /** Where a folder keeps what people look at. */
  private static final String EXTRAS = "training";

  private final RunTracker tracker;
  private final ModelRegistry registry;
  private final List<Sample> usage;

  public Publication(RunTracker tracker, ModelRegistry registry) {
    this(tracker, registry, List.of());
  }

  /**
   * @param usage what learning took of the machine
   */
  public Publication(RunTracker tracker, ModelRegistry registry, List<Sample> usage) {
    this.tracker = tracker;
    this.registry = registry;
    this.usage = List.copyOf(usage);
  }

  /**
   * What came of it.
   *
   * @param version as registered
   * @param promoted whether it is the champion now
   * @param reason why, or why not
   * @param report of the gate; empty where it wasn't asked
   */
  public record Outcome(
      ModelVersion version, boolean promoted, String reason, Optional<GateReport> report) {}

  /** Publishes {@code folder}, judged by what it and the champion say out of fold. */
  public Outcome publish(ModelFolder folder, String by) {
    return publish(folder, by, List.of());
  }

  /**
   * Publishes {@code folder}; what an earlier attempt has registered already is gone on with.
   *
   * @param by who does it, kept with the version
   * @param gateSet stones that are never learned from; judges once it is large enough
   */
  public Outcome publish(ModelFolder folder, String by, List<Appraisal> gateSet) {
    return publish(folder, by, gateSet, Optional.empty());
  }

  /**
   * The same as a part of something larger.
   *
   * @param parent the run in which that of the model is nested
   */
  public Outcome publish(
      ModelFolder folder, String by, List<Appraisal> gateSet, Optional<String> parent) {
    registry.settle();
    Optional<ModelVersion> champion = registry.champion();
    Optional<ModelVersion> before = registered(folder);
    if (before.isPresent() && number(champion).equals(number(before))) {
      return new Outcome(before.get(), true, "it is the champion already", Optional.empty());
    }
    GateReport report = judge(folder, champion, gateSet);
    ModelVersion version = before.orElseGet(() -> register(folder, report, parent));
    if (!number(registry.champion()).equals(number(champion))) {
      // Somebody has promoted another one while this was judged: the verdict is about a former one.
      return publish(folder, by, gateSet, parent);
    }
    String reason = report.verdict().reason();
    if (report.promoted()) {
      registry.promote(version.version(), by, reason);
    } else {
      registry.challenge(version.version());
    }
    return new Outcome(version, report.promoted(), reason, Optional.of(report));
  }

  /** What the gate would say about {@code folder} today; changes nothing. */
  public GateReport judge(ModelFolder folder, List<Appraisal> gateSet) {
    return judge(folder, registry.champion(), gateSet);
  }

  private GateReport judge(
      ModelFolder folder, Optional<ModelVersion> champion, List<Appraisal> gateSet) {
    Provenance provenance = folder.provenance();
    Evidence evidence =
        champion
            .map(version -> against(version, folder, gateSet))
            .orElseGet(() -> Evidence.of(folder, Optional.empty(), gateSet));
    return new GateReport(
        "%s, trained at %s".formatted(provenance.family(), provenance.trainedAt()),
        champion.map(Publication::name),
        evidence.words(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Gate.judge(evidence, folder));
  }

  private Evidence against(ModelVersion champion, ModelFolder folder, List<Appraisal> gateSet) {
    try (Scratch download = Scratch.open()) {
      registry.download(champion.version(), download.resolve("champion"));
      Rival rival = new Rival(name(champion), ModelFolder.open(download.resolve("champion")));
      return Evidence.of(folder, Optional.of(rival), gateSet);
    } catch (UnusableFolderException | RegistryRefusedException e) {
      return Evidence.without(
          folder,
          "%s can't be read, so nothing can be compared (%s): ./facet promote decides by hand."
              .formatted(name(champion), e.getMessage()));
    }
  }

  private static Optional<String> number(Optional<ModelVersion> version) {
    return version.map(ModelVersion::version);
  }

  private static String name(ModelVersion version) {
    return "version " + version.version();
  }

  private Optional<ModelVersion> registered(ModelFolder folder) {
    return registry.versions().stream()
        .filter(version -> folder.digest().equals(version.tags().get(MODEL)))
        .findFirst();
  }

  private ModelVersion register(ModelFolder folder, GateReport report, Optional<String> parent) {
    Map<String, String> tags = tags(folder);
    tags.put("gate", report.headline());
    LoggedModel model =
        SweepReport.in(folder.path().resolve(EXTRAS))
            .map(sweep -> logSweep(sweep, folder, report, tags, parent))
            .orElseGet(() -> log(folder, report, tags, parent, usage));
    return registry.register(model, tags);
  }

  /** A run with one nested run a family, and one more that carries the winner's model. */
  private LoggedModel logSweep(
      SweepReport sweep,
      ModelFolder folder,
      GateReport report,
      Map<String, String> tags,
      Optional<String> whole) {
    Run parent = tracker.start("sweep", tags, whole);
    try {
      parent.params(Map.of("winner", sweep.winner(), "reason", sweep.reason()));
      parent.metrics(folder.provenance().metrics());
      parent.samples(usage);
      parent.describe(sweep.reason());
      folder.provenance().data().forEach(data -> parent.dataset(dataset(data)));
      sweep.candidates().forEach(candidate -> log(sweep, candidate, tags, parent.id()));
      LoggedModel model = log(folder, report, tags, Optional.of(parent.id()), took(sweep));
      parent.end(Run.Outcome.FINISHED);
      return model;
    } catch (RuntimeException e) {
      fail(parent, e);
      throw e;
    }
  }

  /** So that all nested runs have it. */
  private static List<Sample> took(SweepReport sweep) {
    return sweep.candidates().stream()
        .filter(candidate -> candidate.family().equals(sweep.winner()))
        .map(candidate -> new Sample(Run.SECONDS, candidate.seconds(), Instant.now(), 0))
        .toList();
  }

  /**
   * All families have the same parameters here, so that they compare; their own settings, which
   * differ, are told in words.
   */
  private void log(
      SweepReport sweep, Candidate candidate, Map<String, String> tags, String parent) {
    Map<String, String> own = new LinkedHashMap<>(tags);
    own.put("family", candidate.family());
    own.remove(MODEL);
    own.remove("gate");
    Run run = tracker.start("compare " + candidate.family(), own, Optional.of(parent));
    try {
      run.params(
          Map.of(
              "family",
              candidate.family(),
              "complexity",
              Integer.toString(1 + sweep.candidates().indexOf(candidate)),
              "folds",
              Integer.toString(candidate.foldMaes().size())));
      run.describe(settings(candidate));
      Map<String, Double> metrics = new LinkedHashMap<>(candidate.metrics());
      metrics.put(Run.SECONDS, candidate.seconds());
      run.metrics(metrics);
      run.end(Run.Outcome.FINISHED);
    } catch (RuntimeException e) {
      fail(run, e);
      throw e;
    }
  }

  private static String settings(Candidate candidate) {
    StringBuilder text = new StringBuilder("| setting | |\n|---|---|\n");
    candidate
        .parameters()
        .forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
    return text.toString();
  }

  private LoggedModel log(
      ModelFolder folder,
      GateReport report,
      Map<String, String> tags,
      Optional<String> parent,
      List<Sample> samples) {
    Provenance provenance = folder.provenance();
    Run run = tracker.start("train " + provenance.family(), tags, parent);
    try {
      Map<String, String> params = new LinkedHashMap<>(provenance.parameters());
      params.put("family", provenance.family());
      params.put("seed", Long.toString(provenance.seed()));
      run.params(params);
      provenance.data().forEach(data -> run.dataset(dataset(data)));
      run.metrics(provenance.metrics());
      run.samples(samples);
      run.describe(report.headline());
      logToReadAtOnce(run, folder.path());
      log(run, report);
      LoggedModel model = run.model("facet", folder.path(), params, provenance.metrics());
      run.end(Run.Outcome.FINISHED);
      return model;
    } catch (RuntimeException e) {
      fail(run, e);
      throw e;
    }
  }

  /** The run's own page shows these; whoever compares runs need not open the model for them. */
  private static void logToReadAtOnce(Run run, Path folder) {
    run.artifact("model-card.md", folder.resolve("model-card.md"));
    for (String list : PRICE_LISTS) {
      // Folders that an earlier Facet wrote have none.
      if (Files.exists(folder.resolve(list))) {
        run.artifact(list, folder.resolve(list));
      }
    }
    Path extras = folder.resolve(EXTRAS);
    if (!Files.isDirectory(extras)) {
      return;
    }
    try (Stream<Path> files = Files.list(extras)) {
      files.sorted().forEach(file -> run.artifact(EXTRAS + "/" + file.getFileName(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void log(Run run, GateReport report) {
    try (Scratch scratch = Scratch.open()) {
      for (Path file : report.write(scratch.folder())) {
        run.artifact("gate/" + file.getFileName(), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(Run run, RuntimeException cause) {
    try {
      run.end(Run.Outcome.FAILED);
    } catch (RegistryException e) {
      cause.addSuppressed(e);
    }
  }

  private static Dataset dataset(Provenance.Data data) {
    List<Column> columns = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      columns.add(new Column(feature.column(), feature.isGrade() ? "string" : "double"));
    }
    columns.add(new Column("price", "double"));
    return new Dataset(data.name(), data.sha256(), data.name(), columns, data.rows());
  }

  private static Map<String, String> tags(ModelFolder folder) {
    Provenance provenance = folder.provenance();
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("family", provenance.family());
    tags.put("seed", Long.toString(provenance.seed()));
    tags.put("commit", provenance.commit());
    tags.put("trained_at", provenance.trainedAt().toString());
    tags.put(DATA, digest(provenance.data().stream().map(Provenance.Data::sha256)));
    tags.put(MODEL, folder.digest());
    return tags;
  }

  /**
   * One digest for all that was learned from. Order counts, since the last file that names a stone
   * has the last word on it; a file right after itself says nothing new.
   */
  public static String digest(Stream<String> files) {
    List<String> digests = new ArrayList<>();
    files.filter(one -> digests.isEmpty() || !one.equals(digests.getLast())).forEach(digests::add);
    return digests.size() == 1
        ? digests.getFirst()
        : Checksums.sha256(String.join("+", digests).getBytes(StandardCharsets.UTF_8));
  }
}
