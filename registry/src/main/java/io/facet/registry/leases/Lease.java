package io.facet.registry.leases;

/** The right to work alone, until it is closed. */
public interface Lease extends AutoCloseable {

  /**
   * Whether it is ours. Asks the place itself, since a process that was suspended may have lost its
   * lease without noticing: ask before what can't be undone.
   *
   * @throws io.facet.registry.RegistryException when the place can't be asked
   */
  boolean isHeld();

  /** Gives it back. Where that fails, it ends by itself after a while. */
  @Override
  void close();
}
