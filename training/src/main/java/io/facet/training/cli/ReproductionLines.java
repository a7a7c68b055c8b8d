package io.facet.training.cli;

import io.facet.training.page.Wrapped;
import io.facet.training.reproduction.Reproduction;
import java.io.PrintWriter;
import java.util.Locale;

/** What came of learning a version again. */
final class ReproductionLines {

  private ReproductionLines() {}

  static void print(PrintWriter out, String version, Reproduction reproduction) {
    if (reproduction.isIdentical()) {
      out.printf("  Version %s is reproduced: every file is the same, byte for byte.%n", version);
    } else {
      out.printf(
          Locale.ROOT,
          "  Version %s, learned again, is not the same: prices of the stones that it learned from%n"
              + "  lie apart by %.3g %% at most.%n",
          version,
          100 * reproduction.apart());
      out.print(
          Wrapped.lines("  ", "Files that differ: " + String.join(", ", reproduction.changed())));
    }
    reproduction.otherwise().forEach(line -> out.println("  " + line));
    out.flush();
  }
}
