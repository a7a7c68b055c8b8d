package io.facet.registry.folder;

import org.jspecify.annotations.Nullable;

/** A folder is not a whole, undamaged model. The message says what is wrong with which file. */
public final class UnusableFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
