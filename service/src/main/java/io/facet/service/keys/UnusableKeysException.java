package io.facet.service.keys;

/** The kept keys can't be used, and going on without them would lock everybody out. */
public final class UnusableKeysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableKeysException(String message) {
    super(message);
  }
}
