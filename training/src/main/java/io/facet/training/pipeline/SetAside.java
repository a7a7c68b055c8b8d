package io.facet.training.pipeline;

import io.facet.training.quality.Bystander;
import io.facet.training.quality.Finding;
import io.facet.training.quality.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The appraisals of a file that nobody will learn from. */
final class SetAside {

  private final Map<Long, String> appraisals;
  private final Map<Long, String> unusable = new TreeMap<>();

  /**
   * @param appraisals the ids of those at the API, by line; empty for other files, of which nothing
   *     is remembered
   */
  SetAside(Map<Long, String> appraisals) {
    this.appraisals = appraisals;
  }

  /** Their ids, in the order of their lines. */
  List<String> ids() {
    return List.copyOf(unusable.values());
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
        String id = appraisals.get(finding.line());
        if (id != null && finding.rule().severity() == Severity.SET_ASIDE) {
          unusable.put(finding.line(), id);
        }
        next.found(finding);
      }
    };
  }
}
