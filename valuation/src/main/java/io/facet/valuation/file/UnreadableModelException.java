package io.facet.valuation.file;

/** A file is not a model that this version of Facet can use. The message says why, in one line. */
public final class UnreadableModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableModelException(String message) {
    super(message);
  }
}
