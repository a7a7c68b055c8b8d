package io.facet.service.valuations;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import org.jspecify.annotations.Nullable;

/** How much is said about each stone. */
public enum Detail {
  /** Price and range. */
  PRICE,
  /** With reasons and comparables. */
  FULL;

  public static final String NAME = "detail";

  /** What {@code text} asks for; the price where it is left out. */
  public static Detail of(@Nullable String text) {
    return switch (text) {
      case null -> PRICE;
      case "price" -> PRICE;
      case "full" -> FULL;
      default ->
          throw new ProblemException(ProblemType.INVALID_REQUEST, NAME + " must be price or full.");
    };
  }
}
