package io.facet.registry;

import org.jspecify.annotations.Nullable;

/** The other side is away, hangs or fails by its own word (5xx). The same call may work later. */
public final class RegistryUnavailableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
