package io.facet.training.appraisals;

import org.jspecify.annotations.Nullable;

/** The service that has the appraisals can't be reached, or doesn't give them. */
public final class AppraisalsAwayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public AppraisalsAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
