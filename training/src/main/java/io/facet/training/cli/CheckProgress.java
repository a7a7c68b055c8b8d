package io.facet.training.cli;

import io.facet.training.quality.Bystander;
import io.facet.training.quality.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * A line now and then while a long file is checked.
 *
 * @param findings is told the findings
 */
record CheckProgress(PrintWriter err, Path file, Bystander findings) implements Bystander {

  private static final long OFTEN = 100_000;

  CheckProgress(PrintWriter err, Path file) {
    this(err, file, Bystander.NONE);
  }

  @Override
  public void read(long rows) {
    if (rows % OFTEN == 0) {
      err.printf("  check     %s: %,d rows%n", file.getFileName(), rows);
      err.flush();
    }
  }

  @Override
  public void found(Finding finding) {
    findings.found(finding);
  }
}
