package io.facet.training.cli;

import io.facet.training.quality.Counts;
import io.facet.training.quality.Finding;
import io.facet.training.quality.Inspection;
import io.facet.training.quality.PriceLevel;
import io.facet.training.quality.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code check} says of a file, on a terminal. */
final class CheckedFile {

  private static final int SHOWN = 3;

  private static final String NOT_COMPARED = "prices not compared with any model's";

  private CheckedFile() {}

  static void print(PrintWriter out, Path file, Inspection inspection) {
    Counts counts = inspection.counts();
    out.printf("%s: %s%n", file, inspection.verdict().name().toLowerCase(Locale.ROOT));
    for (Finding refusal : inspection.refusals()) {
      out.printf("  %s%n", refusal.reason());
    }
    out.printf(
        Locale.ROOT,
        "  %,d rows: %,d %s, %,d set aside, %,d unappraised, %,d known already, %,d superseded%n",
        counts.rows(),
        counts.accepted(),
        inspection.isRefused() ? "sound" : "taken",
        counts.setAside(),
        counts.unappraised(),
        counts.duplicates(),
        counts.superseded());
    out.printf("  %s%n", inspection.prices().map(CheckedFile::prices).orElse(NOT_COMPARED));
    Stream.of(inspection.setAside(), inspection.warnings())
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()))
        .forEach((rule, findings) -> print(out, inspection.broken().get(rule), rule, findings));
    out.flush();
  }

  private static String prices(PriceLevel prices) {
    return String.format(
        Locale.ROOT,
        "%,d prices: half above %.3f times the model's, %.1f %% in its 90 %% ranges",
        prices.stones(),
        prices.medianRatio(),
        prices.heldPercent());
  }

  private static void print(
      PrintWriter out, @Nullable Long times, Rule rule, List<Finding> findings) {
    out.printf(Locale.ROOT, "  %-9s  %,d × %s%n", rule.severity().words(), times, rule.code());
    for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      String where = finding.line() == 0 ? "" : "line " + finding.line() + ": ";
      String what = finding.column().equals("file") ? "" : finding.column() + " ";
      out.printf("             %s%s%s%n", where, what, finding.reason());
    }
  }

  static void print(PrintWriter out, Rule... rules) {
    for (Rule rule : rules) {
      out.printf("%-11s  %-20s  %s%n", rule.severity().words(), rule.code(), rule.sentence());
    }
    out.flush();
  }
}
