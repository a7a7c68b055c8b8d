package io.facet.service.store;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;

/** What is wrong with a database. */
final class Troubles {

  private Troubles() {}

  /** In one line that tells strangers nothing: no address, no path. */
  static String inWords(Throwable failure) {
    return switch (unwrapped(failure)) {
      case TimeoutException _ -> "The database doesn't answer in time.";
      case FlywayException _ ->
          "The database can't be opened or brought up to date; our log says why.";
      default -> "The database can't be used; our log says why.";
    };
  }

  /** What lies at the bottom of it, in one line, for the log. */
  static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    return cause.getClass().getSimpleName() + ": " + message;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
  }
}
