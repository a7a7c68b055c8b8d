package io.facet.training.pipeline;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.StoredFile;
import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Scratch;
import io.facet.registry.folder.UnusableFolderException;
import io.facet.registry.leases.Lease;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.models.ModelVersion;
import io.facet.registry.runs.Run;
import io.facet.registry.storage.Storage;
import io.facet.training.appraisals.Appraisals;
import io.facet.training.appraisals.AppraisalsAwayException;
import io.facet.training.publication.Publication;
import io.facet.training.stones.TrainingData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One run: files in, looked at and filed; what is new is learned with all that was accepted before;
 * the model is registered and takes the champion's place if the gate lets it.
 *
 * <p>Nothing here remembers where an earlier run broke off. A file is new while it has no receipt,
 * a training set while no version has learned it, a version is unfinished while it is neither
 * champion nor challenger.
 */
public final class Pipeline {

  /** Runs of the same training set exclude each other by this lease. */
  private static final String LEASE = "pipeline";

  private final Incoming incoming;
  private final Storage storage;
  private final TrainingSet set;
  private final Optional<Desk> desk;
  private final Path base;
  private final Learning learning;
  private final ModelRegistry models;
  private final Decision decision;
  private final Watcher watcher;
  private final Clock clock;

  /**
   * @param incoming where files arrive
   * @param quiet a file that changes within that time is still being written
   * @param appraisals at the API, which arrive too; empty where only files do
   * @param storage of the training set
   * @param base the file that everything begins with
   * @param models where the champion is
   */
  public Pipeline(
      Storage incoming,
      Duration quiet,
      Optional<Appraisals> appraisals,
      Storage storage,
      Path base,
      Learning learning,
      ModelRegistry models,
      Decision decision,
      Watcher watcher,
      Clock clock) {
    this.incoming = new Incoming(incoming.files(), quiet);
    this.desk = appraisals.map(Desk::new);
    this.storage = storage;
    this.set = new TrainingSet(storage.files());
    this.base = base;
    this.learning = learning;
    this.models = models;
    this.decision = decision;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * Runs once.
   *
   * @return empty where another run is at work
   * @throws io.facet.registry.RegistryException when a place can't be reached: nothing is lost, and
   *     the next run goes on
   */
  public Optional<Outcome> run() throws IOException, InterruptedException {
    Optional<Lease> lease = storage.leases().acquire(LEASE);
    if (lease.isEmpty()) {
      return Optional.empty();
    }
    try (Lease held = lease.get();
        Steps steps = new Steps(decision.tracker(), storage.address(), watcher)) {
      decision.settle();
      List<Receipt> before = begin();
      Optional<String> away = desk.flatMap(one -> collect(one, before));
      List<Received> received = receive(TrainingSet.accepted(before), held, steps);
      List<Receipt> batches = TrainingSet.accepted(received.isEmpty() ? before : set.receipts());
      Optional<Outcome.Learned> learned = learn(batches, held, steps);
      List<Receipt> untold = set.untold();
      Optional<String> why = away.or(() -> desk.flatMap(one -> mark(one, batches)));
      Outcome outcome =
          steps.finish(
              done ->
                  new Outcome(
                      with(untold, received),
                      incoming.unreadable(),
                      learned,
                      count(batches, Receipt::learned),
                      count(batches, Receipt::kept),
                      why,
                      done));
      untold.forEach(set::told);
      return Optional.of(outcome);
    }
  }

  /** {@code received}, and what was refused by runs that broke off before they could say so. */
  private static List<Received> with(List<Receipt> untold, List<Received> received) {
    List<Received> all = new ArrayList<>(received);
    for (Receipt refused : untold) {
      if (received.stream().noneMatch(file -> file.receipt().sha256().equals(refused.sha256()))) {
        all.add(new Received(refused.name(), refused, Optional.empty(), Optional.empty()));
      }
    }
    return all;
  }

  /** Files are taken all the same where the API is away; says why it is. */
  private Optional<String> collect(Desk from, List<Receipt> before) {
    try {
      from.collect(incoming.files(), before, clock.instant());
      return Optional.empty();
    } catch (AppraisalsAwayException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After the registration, so that a run that breaks off before is not the last to count them. */
  private Optional<String> mark(Desk at, List<Receipt> batches) {
    Optional<ModelVersion> learned = version(digest(batches)).filter(Pipeline::isFinished);
    try {
      learned.ifPresent(version -> at.mark(before(version, batches), version.version()));
      return Optional.empty();
    } catch (AppraisalsAwayException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The stones that everything began with are the first batch, and all of it is learned from.
   *
   * @return what became of all files so far
   */
  private List<Receipt> begin() throws IOException {
    List<Receipt> before = set.receipts();
    if (!TrainingSet.accepted(before).isEmpty()) {
      return before;
    }
    try (Scratch scratch = Scratch.open()) {
      Receipt.Stones learned = set.keep(base, TrainingData.read(List.of(base)).stones().size());
      set.add(
          new Receipt(
              learned.sha256(),
              String.valueOf(base.getFileName()),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              Receipt.Verdict.ACCEPTED,
              "",
              Optional.of(0),
              Optional.of(learned),
              Optional.empty(),
              List.of(),
              List.of()),
          scratch.folder());
    }
    return set.receipts();
  }

  private List<Received> receive(List<Receipt> batches, Lease lease, Steps steps)
      throws IOException, InterruptedException {
    List<StoredFile> arrived = incoming.settled();
    if (arrived.isEmpty()) {
      return List.of();
    }
    steps.begin("check");
    List<Received> received = new ArrayList<>();
    try (Scratch scratch = Scratch.open()) {
      Reception reception = new Reception(set, batches, champion(scratch), steps.watcher(), clock);
      for (StoredFile file : arrived) {
        Optional<Received> one = receive(reception, file, lease, steps);
        if (one.isPresent()) {
          incoming.remove(file);
          watcher.received(one.get());
          received.add(one.get());
        }
      }
    }
    return received;
  }

  /**
   * Filed first, receipted then, removed last: a run that breaks off between does it again. Empty
   * where the file is still being written: the next run takes it.
   */
  private Optional<Received> receive(Reception reception, StoredFile file, Lease lease, Steps steps)
      throws IOException {
    try (Scratch scratch = Scratch.open()) {
      Path beside = Files.createDirectory(scratch.resolve("filed"));
      Optional<Path> copy = incoming.fetch(file, beside);
      if (copy.isEmpty()) {
        return Optional.empty();
      }
      Optional<Receipt> before = set.receipt(Checksums.sha256(copy.get()));
      if (before.isPresent()) {
        incoming.fileUnlessThere(before.get().filed(), beside);
        return Optional.of(
            new Received(file.path(), before.get(), Optional.empty(), Optional.empty()));
      }
      Received received = reception.look(copy.get(), beside);
      steps.current().ifPresent(run -> log(run, received.receipt(), beside));
      received.drift().ifPresent(steps::log);
      requireHeld(lease);
      incoming.file(received.receipt().filed(), beside);
      set.add(received.receipt(), scratch.folder());
      return Optional.of(received);
    }
  }

  private static void log(Run run, Receipt receipt, Path reports) {
    try (Stream<Path> files = Files.list(reports)) {
      files
          .sorted()
          .filter(file -> !String.valueOf(file.getFileName()).equals(receipt.name()))
          .forEach(file -> run.artifact(receipt.filed() + "/" + file.getFileName(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ModelFolder> champion(Scratch scratch) {
    return models
        .champion()
        .map(
            version -> {
              Path folder = scratch.resolve("champion");
              try {
                return download(version, folder);
              } catch (UnusableFolderException e) {
                throw new RegistryRefusedException(
                    "The champion, version %s, can't be used: %s. ./facet rollback leads to the one before"
                        .formatted(
                            version.version(),
                            String.valueOf(e.getMessage()).replace(folder + ": ", "")),
                    e);
              }
            });
  }

  private ModelFolder download(ModelVersion version, Path target) {
    models.download(version.version(), target);
    return ModelFolder.open(target);
  }

  /** Receipts alone tell whether there is anything to learn, so a run without news is cheap. */
  private Optional<Outcome.Learned> learn(List<Receipt> batches, Lease lease, Steps steps)
      throws IOException {
    String digest = digest(batches);
    Optional<ModelVersion> before = version(digest);
    if (before.filter(Pipeline::isFinished).isPresent()) {
      return Optional.empty();
    }
    try (Scratch scratch = Scratch.open()) {
      ModelFolder model =
          before.isPresent()
              ? download(before.get(), scratch.resolve("model"))
              : learning.learn(
                  TrainingData.read(set.toLearn(batches, scratch.resolve("stones"))),
                  digest,
                  steps);
      steps.begin("judge and register");
      requireHeld(lease);
      return Optional.of(decision.decide(model, set.toJudge(batches), steps.run()));
    }
  }

  private static void requireHeld(Lease lease) {
    if (!lease.isHeld()) {
      throw new RegistryUnavailableException(
          "Another pipeline has taken over, because this one was silent for too long", null);
    }
  }

  /** What came after it was neither learned by it nor used to judge it. */
  private static List<Receipt> before(ModelVersion version, List<Receipt> batches) {
    return batches.stream().filter(batch -> batch.at().isBefore(version.createdAt())).toList();
  }

  private static String digest(List<Receipt> batches) {
    return Publication.digest(
        batches.stream()
            .flatMap(batch -> batch.learned().stream())
            .filter(stones -> stones.count() > 0)
            .map(Receipt.Stones::sha256));
  }

  private static long count(
      List<Receipt> batches, Function<Receipt, Optional<Receipt.Stones>> kind) {
    return batches.stream()
        .flatMap(batch -> kind.apply(batch).stream())
        .mapToLong(Receipt.Stones::count)
        .sum();
  }

  /** The newest version that has learned just this. */
  private Optional<ModelVersion> version(String digest) {
    return models.versions().stream()
        .filter(version -> digest.equals(version.tags().get(Publication.DATA)))
        .max(Comparator.comparing(ModelVersion::createdAt));
  }

  /** What was champion or challenger once was decided about, whoever took its place and why. */
  private static boolean isFinished(ModelVersion version) {
    return !version.aliases().isEmpty()
        || !version.stage().equals("None")
        || version.tags().containsKey(ModelRegistry.CHALLENGED_AT);
  }
}
