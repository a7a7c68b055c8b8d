package io.facet.training.quality;

import io.facet.registry.folder.Provenance;
import io.facet.valuation.Appraisal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of looking at one file of appraisals.
 *
 * @param file its name
 * @param sha256 of its bytes, in hex; empty where it couldn't be read
 * @param counts what became of its rows
 * @param refusals why nothing of it is taken; empty for an accepted file
 * @param setAside why rows are left out, by line; a row may have several reasons
 * @param warnings what to look at, by line
 * @param broken how often each rule doesn't hold, all told
 * @param prices all prices beside the model's; empty where no model was given or nothing compared
 * @param accepted what may be learned from, one appraisal a stone, in the file's order, read from
 *     disk where they are many; empty for a refused file
 * @param reappraisals the stones that were known at another price, with both prices, the first
 *     {@link #KEPT} of them; likewise
 */
public record Inspection(
    String file,
    String sha256,
    Counts counts,
    List<Finding> refusals,
    List<Finding> setAside,
    List<Finding> warnings,
    Map<Rule, Long> broken,
    Optional<PriceLevel> prices,
    List<Appraisal> accepted,
    List<Reappraisal> reappraisals) {

  /** How many findings of a rule are kept, the first ones. A {@link Bystander} is told all. */
  public static final int KEPT = 1_000;

  /** What is to become of the file. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }

  public Inspection {
    refusals = List.copyOf(refusals);
    setAside = List.copyOf(setAside);
    warnings = List.copyOf(warnings);
    accepted = refusals.isEmpty() ? Collections.unmodifiableList(accepted) : List.of();
    reappraisals = refusals.isEmpty() ? List.copyOf(reappraisals) : List.of();
  }

  public Verdict verdict() {
    return refusals.isEmpty() ? Verdict.ACCEPTED : Verdict.REFUSED;
  }

  public boolean isRefused() {
    return verdict() == Verdict.REFUSED;
  }

  /** How often a rule of {@code severity} doesn't hold, all told. */
  public long found(Severity severity) {
    return broken.entrySet().stream()
        .filter(entry -> entry.getKey().severity() == severity)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The file as provenance names it: what repeats another row or is superseded is left out too. */
  public Provenance.Data source() {
    return new Provenance.Data(
        file,
        sha256,
        counts.rows(),
        accepted.size(),
        counts.unappraised(),
        counts.rows() - accepted.size() - counts.unappraised());
  }
}
