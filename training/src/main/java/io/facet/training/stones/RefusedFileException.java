package io.facet.training.stones;

/** A whole file can't be used. The message says which, why, and what would help. */
public final class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedFileException(String message) {
    super(message);
  }
}
