package io.facet.service.batches;

import io.facet.service.problems.ProblemException;
import io.facet.service.stones.NamedStone;
import io.facet.valuation.Estimate;

/** What came of one line. */
sealed interface Result {

  /** Priced, not stored. */
  record Priced(NamedStone asked, Estimate estimate) implements Result {}

  /** Valued and stored; {@code answer} is the valuation as JSON. */
  record Kept(String answer) implements Result {}

  /** No price, and why. */
  record Refused(ProblemException problem) implements Result {}
}
