package io.facet.training.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a file has been looked at, whatever it was called: its content counts once.
 *
 * @param sha256 of the file
 * @param name it first came with
 * @param at when
 * @param verdict what became of it
 * @param filed the folder that it lies in, beside its reports
 * @param number of the batch, counted from 0; none for a refused file
 * @param learned the stones to learn from
 * @param kept the stones to judge by, which are never learned from
 * @param appraisals the ids of those at the API that the file holds; empty for other files
 * @param unusable those of them whose rows were set aside, so that nobody has learned from them
 */
public record Receipt(
    String sha256,
    String name,
    Instant at,
    Verdict verdict,
    String filed,
    Optional<Integer> number,
    Optional<Stones> learned,
    Optional<Stones> kept,
    List<String> appraisals,
    List<String> unusable) {

  /** Receipts that an earlier Facet wrote know no appraisals. */
  public Receipt {
    appraisals = appraisals == null ? List.of() : List.copyOf(appraisals);
    unusable = unusable == null ? List.of() : List.copyOf(unusable);
  }

  /** What became of a file. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }

  /**
   * Stones in the training set.
   *
   * @param sha256 of their file, by which they are found
   * @param count how many
   */
  public record Stones(String sha256, long count) {}

  public boolean isAccepted() {
    return verdict == Verdict.ACCEPTED;
  }
}
