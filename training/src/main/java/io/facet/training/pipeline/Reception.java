package io.facet.training.pipeline;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Scratch;
import io.facet.registry.profile.Profile;
import io.facet.training.drift.DriftMeter;
import io.facet.training.drift.DriftReport;
import io.facet.training.gate.GateSet;
import io.facet.training.quality.FindingsFile;
import io.facet.training.quality.Inspection;
import io.facet.training.quality.InspectionReport;
import io.facet.training.quality.Inspector;
import io.facet.training.quality.KnownStones;
import io.facet.training.stones.StoneTable;
import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at files that arrive, with the champion's eyes, and says what is to become of them. */
final class Reception {

  private static final int SHORT_DIGEST = 8;
  private static final int LONGEST_NAME = 50;

  private final TrainingSet set;
  private final Optional<ModelFolder> champion;
  private final Watcher watcher;
  private final Clock clock;
  private final KnownStones known = KnownStones.none();
  private final StoneTable learned = new StoneTable();
  private int next;

  Reception(
      TrainingSet set,
      List<Receipt> batches,
      Optional<ModelFolder> champion,
      Watcher watcher,
      Clock clock)
      throws IOException {
    this.set = set;
    this.champion = champion;
    this.watcher = watcher;
    this.clock = clock;
    this.next = batches.size();
    set.eachLearned(batches, learned::put);
    known.add(learned.appraisals());
    set.eachKept(batches, known::add);
  }

  /** Looks at {@code file} and writes reports into {@code folder}. */
  Received look(Path file, Path folder) throws IOException {
    Map<Long, String> appraisals = Desk.idsIn(file);
    SetAside setAside = new SetAside(appraisals);
    Inspection inspection = inspect(file, folder.resolve("findings.csv"), setAside);
    InspectionReport.write(inspection, folder, "report");
    Optional<DriftReport> drift = drift(inspection, folder);
    List<String> ids = List.copyOf(appraisals.values());
    Receipt receipt =
        inspection.isRefused()
            ? refused(inspection, ids)
            : accepted(inspection, ids, setAside.ids());
    return new Received(inspection.file(), receipt, Optional.of(inspection), drift);
  }

  private Inspection inspect(Path file, Path all, SetAside setAside) throws IOException {
    Inspector inspector =
        champion
            .map(model -> Inspector.with(model.appraiser(), known))
            .orElseGet(() -> Inspector.without(known));
    try (FindingsFile findings = FindingsFile.at(all)) {
      return inspector.inspect(file, watcher.reading(file, setAside.then(findings)));
    }
  }

  private Optional<DriftReport> drift(Inspection inspection, Path folder) throws IOException {
    Optional<Profile> profile = champion.flatMap(Profile::in);
    if (profile.isEmpty() || inspection.accepted().isEmpty()) {
      return Optional.empty();
    }
    ModelFolder model = champion.orElseThrow();
    DriftMeter meter = new DriftMeter(profile.get());
    for (Appraisal one : inspection.accepted()) {
      meter.add(one.stone(), model.appraiser().estimate(one.stone()).price(), one.price());
    }
    DriftReport report =
        new DriftReport(
            inspection.file(),
            "%s, trained at %s"
                .formatted(model.provenance().family(), model.provenance().trainedAt()),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            meter.drift());
    Files.writeString(folder.resolve("drift.html"), report.html());
    Files.writeString(folder.resolve("drift.json"), report.json());
    return Optional.of(report);
  }

  private Receipt refused(Inspection inspection, List<String> appraisals) {
    return receipt(
        inspection,
        Receipt.Verdict.REFUSED,
        "quarantine",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        appraisals,
        List.of());
  }

  private Receipt accepted(Inspection inspection, List<String> appraisals, List<String> unusable)
      throws IOException {
    List<Appraisal> stones = inspection.accepted();
    Predicate<Appraisal> kept = one -> GateSet.keeps(one.stone(), learned::has);
    try (Scratch scratch = Scratch.open()) {
      Receipt.Stones toJudge = set.keep(stones.stream().filter(kept), scratch.folder());
      Receipt.Stones toLearn = set.keep(stones.stream().filter(kept.negate()), scratch.folder());
      known.add(stones);
      stones.stream().filter(kept.negate()).forEach(learned::put);
      return receipt(
          inspection,
          Receipt.Verdict.ACCEPTED,
          "accepted",
          Optional.of(next++),
          Optional.of(toLearn),
          Optional.of(toJudge),
          appraisals,
          unusable);
    }
  }

  /** A folder's name bears more than a file's, and no disk takes more than 255 bytes. */
  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private Receipt receipt(
      Inspection inspection,
      Receipt.Verdict verdict,
      String folder,
      Optional<Integer> number,
      Optional<Receipt.Stones> toLearn,
      Optional<Receipt.Stones> toJudge,
      List<String> appraisals,
      List<String> unusable) {
    String sha256 = inspection.sha256();
    String name = inspection.file().replaceFirst("(?i)\\.csv$", "");
    return new Receipt(
        sha256,
        inspection.file(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        verdict,
        "%s/%s-%s".formatted(folder, cut(name), sha256.substring(0, SHORT_DIGEST)),
        number,
        toLearn,
        toJudge,
        appraisals,
        unusable);
  }
}
