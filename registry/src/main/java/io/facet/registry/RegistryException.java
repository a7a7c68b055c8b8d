package io.facet.registry;

import org.jspecify.annotations.Nullable;

/** Root of all that can go wrong between Facet and the place where runs and models live. */
public abstract sealed class RegistryException extends RuntimeException
    permits RegistryUnavailableException, RegistryRefusedException {

  private static final long serialVersionUID = 1L;

  RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
