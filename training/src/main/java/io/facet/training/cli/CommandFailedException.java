package io.facet.training.cli;

/** A command can't go on. The message says why and what would help; nobody needs a stack trace. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
