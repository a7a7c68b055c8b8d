package io.facet.service.batches;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import org.jspecify.annotations.Nullable;

/** How much is said about each stone. */
enum Detail {
  /** As an estimate: price and range, not stored. */
  PRICE,
  /** As a valuation: with reasons and comparables, stored before it is answered. */
  FULL;

  static final String NAME = "detail";

  static Detail of(@Nullable String text) {
    return switch (text) {
      case null -> PRICE;
      case "price" -> PRICE;
      case "full" -> FULL;
      default ->
          throw new ProblemException(ProblemType.INVALID_REQUEST, NAME + " must be price or full.");
    };
  }
}
