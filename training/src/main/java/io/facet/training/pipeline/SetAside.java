package io.facet.training.pipeline;

import io.facet.training.quality.Bystander;
import io.facet.training.quality.Finding;
import io.facet.training.quality.Severity;
import java.util.Set;
import java.util.TreeSet;

/** The lines of a file that nobody will learn from. */
final class SetAside {

  private final Set<Long> lines = new TreeSet<>();

  Set<Long> lines() {
    return lines;
  }

  /** Takes note of what it is told, and tells {@code next}. */
  Bystander then(Bystander next) {
    return new Bystander() {

      @Override
      public void read(long rows) {
        next.read(rows);
      }

      @Override
      public void found(Finding finding) {
        if (finding.rule().severity() == Severity.SET_ASIDE) {
          lines.add(finding.line());
        }
        next.found(finding);
      }
    };
  }
}
