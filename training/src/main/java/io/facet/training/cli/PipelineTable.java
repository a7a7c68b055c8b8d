package io.facet.training.cli;

import io.facet.registry.profile.Level;
import io.facet.training.page.Wrapped;
import io.facet.training.pipeline.Outcome;
import io.facet.training.pipeline.Received;
import io.facet.training.quality.Counts;
import io.facet.training.quality.Finding;
import io.facet.training.quality.Inspection;
import java.io.PrintWriter;
import java.util.Locale;

/** What came of a run, in at most 100 columns. */
final class PipelineTable {

  private static final int NAME = 32;

  private PipelineTable() {}

  static void print(PrintWriter out, Outcome outcome, boolean dryRun) {
    out.println();
    if (!outcome.received().isEmpty()) {
      out.printf(
          "  %-32s %-9s %9s %9s %9s  %s%n", "file", "", "rows", "taken", "set aside", "drift");
      outcome.received().forEach(file -> print(out, file));
      out.println();
    }
    outcome
        .unreadable()
        .forEach(
            name ->
                out.print(
                    Wrapped.lines(
                        "  ", name + " isn't CSV, and lies where it was: save it as CSV")));
    out.printf(
        Locale.ROOT,
        "  %,d appraisals to learn from, %,d kept to judge by%n",
        outcome.stones(),
        outcome.judging());
    outcome
        .learned()
        .ifPresentOrElse(
            learned -> print(out, learned, dryRun),
            () -> out.println("  Nothing new to learn: the champion stays."));
    outcome
        .appraisalsAway()
        .ifPresent(
            why -> out.print(Wrapped.lines("  ", why + ": its appraisals wait for the next run.")));
    if (!outcome.steps().isEmpty()) {
      out.println();
      outcome
          .steps()
          .forEach(
              step -> out.printf(Locale.ROOT, "  %-24s %8.1f s%n", step.words(), step.seconds()));
    }
    out.flush();
  }

  private static void print(PrintWriter out, Received file) {
    String verdict =
        !file.receipt().isAccepted() ? "REFUSED" : file.cameBefore() ? "known" : "accepted";
    Counts counts = file.inspection().map(Inspection::counts).orElse(null);
    out.printf(
        Locale.ROOT,
        "  %-32s %-9s %9s %9s %9s  %s%n",
        cut(file.name()),
        verdict,
        counts == null ? "" : "%,d".formatted(counts.rows()),
        counts == null ? "" : "%,d".formatted(file.receipt().isAccepted() ? counts.accepted() : 0),
        counts == null ? "" : "%,d".formatted(counts.setAside()),
        file.drift().map(report -> report.drift().level()).map(Level::words).orElse(""));
    if (counts != null && counts.duplicates() + counts.unappraised() > 0) {
      out.printf(
          Locale.ROOT,
          "    %,d rows repeat what is known, %,d have no price%n",
          counts.duplicates(),
          counts.unappraised());
    }
    file.inspection().stream()
        .flatMap(inspection -> inspection.refusals().stream())
        .map(Finding::reason)
        .forEach(reason -> out.print(Wrapped.lines("    ", reason)));
  }

  private static void print(PrintWriter out, Outcome.Learned learned, boolean dryRun) {
    learned.report().ifPresent(report -> out.println("\n" + report.text()));
    String version = learned.version().map(v -> "Version " + v).orElse("The new model");
    String would = dryRun ? "would be" : "is";
    out.printf(
        "  %s %s %s%n",
        version,
        would,
        learned.promoted() ? "the champion now" : "challenger: the champion keeps its place");
  }

  private static String cut(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }
}
