package io.facet.service.batches;

import io.facet.service.problems.ProblemException;
import io.facet.service.stones.NamedStone;
import io.facet.valuation.Estimate;

/** What came of one line. */
sealed interface Result {

  /** Priced, not stored. */
  record Priced(NamedStone asked, Estimate estimate) implements Result {}

  /**
   * Valued and stored.
   *
   * @param answer the valuation as JSON
   * @param replayed it was stored before
   */
  record Kept(String answer, boolean replayed) implements Result {}

  /** No price, and why. */
  record Refused(ProblemException problem) implements Result {}
}
