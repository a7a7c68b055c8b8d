package io.facet.registry.leases;

import java.util.Optional;

/**
 * Leases of one place, such as a container of Blob storage or a folder. Whoever opens the same
 * place, in whichever process, is offered the same leases. Every call may throw a {@link
 * io.facet.registry.RegistryException}.
 */
public interface Leases {

  /**
   * Takes the lease {@code name}, such as {@code pipeline}, without waiting; empty when somebody
   * has it. It stays taken until it is closed, or until a while after its process has died.
   */
  Optional<Lease> acquire(String name);
}
