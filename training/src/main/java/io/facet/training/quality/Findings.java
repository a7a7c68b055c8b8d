package io.facet.training.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was found in one file: all counted, the first ones of each rule kept. */
final class Findings {

  private final Bystander watcher;
  private final Map<Rule, List<Finding>> kept = new EnumMap<>(Rule.class);
  private final Map<Rule, Long> counts = new EnumMap<>(Rule.class);
  private final Map<Slip, Long> slips = new EnumMap<>(Slip.class);

  Findings(Bystander watcher) {
    this.watcher = watcher;
  }

  void add(Finding finding) {
    watcher.found(finding);
    counts.merge(finding.rule(), 1L, Long::sum);
    List<Finding> first = kept.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
    if (first.size() < Inspection.KEPT) {
      first.add(finding);
    }
  }

  void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  void add(Slip slip) {
    slips.merge(slip, 1L, Long::sum);
  }

  /** Those that were kept, by line. */
  List<Finding> of(Severity severity) {
    return kept.values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.rule().severity() == severity)
        .sorted(Comparator.comparingLong(Finding::line))
        .toList();
  }

  Map<Rule, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** What would mend most of {@code rows}, or else what is wrong with them most often. */
  String clue(long rows) {
    return slips.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(slip -> 2 * slip.getValue() > rows)
        .map(slip -> "; %,d would fit if %s".formatted(slip.getValue(), slip.getKey().words()))
        .or(this::example)
        .orElse("");
  }

  private Optional<String> example() {
    return counts.entrySet().stream()
        .filter(rule -> rule.getKey().severity() == Severity.SET_ASIDE)
        .max(Map.Entry.comparingByValue())
        .map(rule -> Objects.requireNonNull(kept.get(rule.getKey())).getFirst())
        .map(
            first ->
                "; most often as in line %d: %s %s"
                    .formatted(first.line(), first.column(), first.reason()));
  }
}
