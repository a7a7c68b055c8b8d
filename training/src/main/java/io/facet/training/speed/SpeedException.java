package io.facet.training.speed;

/** A benchmark that didn't come to its end. */
public final class SpeedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
