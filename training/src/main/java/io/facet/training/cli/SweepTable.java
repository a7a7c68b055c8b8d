package io.facet.training.cli;

import io.facet.training.selection.SweepReport;
import java.io.PrintWriter;
import java.util.List;

/** What a sweep found, as a table of at most 100 columns and a sentence. */
final class SweepTable {

  private static final String ROW = "%-14s %9s %8s %8s %6s %12s %8s %9s%n";

  private SweepTable() {}

  static void print(PrintWriter out, SweepReport report) {
    out.printf(ROW, "", "MAE $", "MAPE %", "R²", "folds", "difference $", "p", "seconds");
    for (List<String> row : report.rows()) {
      out.printf(ROW, row.toArray());
    }
    out.printf("  %s%n", report.reason());
    out.flush();
  }
}
