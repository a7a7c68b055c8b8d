package io.facet.service.backup;

/** A file that can't be taken back, or a store that can't be copied, in an operator's words. */
public final class UnusableBackupException extends Exception {

  private static final long serialVersionUID = 1;

  UnusableBackupException(String message) {
    super(message);
  }

  UnusableBackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
