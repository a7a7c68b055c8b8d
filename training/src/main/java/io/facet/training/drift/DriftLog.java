package io.facet.training.drift;

import io.facet.registry.folder.Scratch;
import io.facet.registry.runs.Run;
import io.facet.registry.runs.RunTracker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drift as a run, with the same names whoever measures it: the runs of many batches, side by
 * side, show how things move.
 */
public final class DriftLog {

  private DriftLog() {}

  /**
   * Logs {@code report} as a run of its own.
   *
   * @param tags more that people search for
   * @param parent the run that it belongs to, if any
   */
  public static void log(
      RunTracker tracker, DriftReport report, Map<String, String> tags, Optional<String> parent) {
    Run run = tracker.start("drift " + report.batch(), tags, parent);
    boolean done = false;
    try {
      run.tags(Map.of("batch", report.batch(), "model", report.model(), "verdict", report.word()));
      run.metrics(metrics(report.drift()));
      run.describe(report.drift().sentence());
      artifacts(run, report);
      done = true;
    } finally {
      run.end(done ? Run.Outcome.FINISHED : Run.Outcome.FAILED);
    }
  }

  /** MLflow draws what stands before a slash as one group of charts. */
  private static Map<String, Double> metrics(Drift drift) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("stones", (double) drift.stones());
    drift.shifts().forEach(shift -> metrics.put("psi/" + shift.name(), shift.psi()));
    drift
        .prices()
        .ifPresent(
            shift -> {
              metrics.put("price_shift/percent", shift.percent());
              metrics.put("price_shift/low_percent", shift.low());
              metrics.put("price_shift/high_percent", shift.high());
              metrics.put("price_shift/p", shift.p());
            });
    return metrics;
  }

  private static void artifacts(Run run, DriftReport report) {
    try (Scratch scratch = Scratch.open()) {
      run.artifact("drift.html", Files.writeString(scratch.resolve("drift.html"), report.html()));
      run.artifact("drift.json", Files.writeString(scratch.resolve("drift.json"), report.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
