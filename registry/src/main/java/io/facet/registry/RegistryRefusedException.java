package io.facet.registry;

import org.jspecify.annotations.Nullable;

/** The other side answered, and the answer is no or makes no sense. Trying again won't help. */
public final class RegistryRefusedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public RegistryRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
