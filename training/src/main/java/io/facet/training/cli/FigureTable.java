package io.facet.training.cli;

import io.facet.training.evaluation.Figures;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Figures as a table of at most 100 columns. */
final class FigureTable {

  private FigureTable() {}

  static void print(PrintWriter out, Figures all, Map<String, Figures> rows) {
    head(out);
    rows.forEach((name, figures) -> row(out, name, figures));
    row(out, "all", all);
  }

  static void print(PrintWriter out, Map<String, Figures> rows) {
    head(out);
    rows.forEach((name, figures) -> row(out, name, figures));
  }

  private static void head(PrintWriter out) {
    out.printf(
        "%-14s %7s %7s %8s %9s %7s %7s %7s %7s %8s %7s%n",
        "",
        "stones",
        "R²",
        "MAE $",
        "RMSE $",
        "MAPE %",
        "median",
        "<10 %",
        "<20 %",
        "in range",
        "width %");
  }

  private static void row(PrintWriter out, String name, Figures of) {
    out.printf(
        Locale.ROOT,
        "%-14s %7d %7.4f %8.2f %9.2f %7.2f %7.2f %7.1f %7.1f %8.1f %7.1f%n",
        name,
        of.stones(),
        of.r2(),
        of.mae(),
        of.rmse(),
        of.mape(),
        of.medianApe(),
        of.within10(),
        of.within20(),
        of.coverage(),
        of.width());
  }
}
