package io.facet.training.selection;

import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.FoldErrors;
import io.facet.training.families.ModelFamily;
import io.facet.valuation.Appraisal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All families compared on the same folds, and the one that was chosen.
 *
 * @param family the chosen one, with its settings
 * @param validation of it
 * @param report on all of them
 */
public record Sweep(ModelFamily family, CrossValidation validation, SweepReport report) {

  /** How often the stones are cut into folds for the families that are close. */
  static final int CUTS = 3;

  /** A family that errs more than this much more than the best needs no second look. */
  static final double REACH = 1.1;

  /** Told how far a sweep has come. */
  public interface Watcher {

    /** A task with so many steps begins; the answer is told after each how many are done. */
    IntConsumer begin(String task, int steps);
  }

  /** A family under comparison; its errors and seconds grow. */
  private static final class Entry {

    private final ModelFamily family;
    private final CrossValidation validation;
    private double[] errors;
    private double seconds;

    private Entry(
        ModelFamily family, List<Appraisal> stones, int[] folds, long seed, Watcher watcher) {
      long start = System.nanoTime();
      this.family = family;
      this.validation =
          CrossValidation.of(
              this.family,
              stones,
              folds,
              seed,
              watcher.begin(family.name(), CrossValidation.FOLDS));
      this.errors = FoldErrors.of(validation, folds);
      this.seconds = (System.nanoTime() - start) / 1e9;
    }

    private void again(List<Appraisal> stones, long seed, int cut, Watcher watcher) {
      long start = System.nanoTime();
      String task = family.name() + ", cut " + (cut + 1) + " of " + CUTS;
      double[] more =
          FoldErrors.of(family, stones, seed, cut, watcher.begin(task, CrossValidation.FOLDS));
      errors = Arrays.copyOf(errors, errors.length + more.length);
      System.arraycopy(more, 0, errors, errors.length - more.length, more.length);
      seconds += (System.nanoTime() - start) / 1e9;
    }

    private double mae() {
      return validation.figures().mae();
    }

    private Candidate candidate() {
      return new Candidate(
          family.name(),
          family.parameters(),
          validation.figures().named(),
          Arrays.stream(errors).boxed().toList(),
          seconds);
    }
  }

  /**
   * Compares {@code families} on {@code stones} and on nothing else.
   *
   * @param families the simplest first
   * @param folds of each stone, on which the stated figures are made
   */
  public static Sweep of(
      List<ModelFamily> families, List<Appraisal> stones, int[] folds, long seed, Watcher watcher) {
    List<Entry> entries = new ArrayList<>();
    for (ModelFamily family : families) {
      entries.add(new Entry(family, stones, folds, seed, watcher));
    }
    double best = entries.stream().mapToDouble(Entry::mae).min().orElseThrow();
    for (Entry entry : entries) {
      for (int cut = 1; cut < CUTS && entry.mae() <= REACH * best; cut++) {
        entry.again(stones, seed, cut, watcher);
      }
    }
    SweepReport report = SweepReport.choose(entries.stream().map(Entry::candidate).toList());
    Entry winner =
        entries.stream()
            .filter(entry -> entry.family.name().equals(report.winner()))
            .findFirst()
            .orElseThrow();
    return new Sweep(winner.family, winner.validation, report);
  }
}
