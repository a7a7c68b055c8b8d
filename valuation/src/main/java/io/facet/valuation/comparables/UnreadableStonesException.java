package io.facet.valuation.comparables;

/** A file of appraised stones can't be used. The message says why, and on which line. */
public final class UnreadableStonesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableStonesException(String message) {
    super(message);
  }
}
