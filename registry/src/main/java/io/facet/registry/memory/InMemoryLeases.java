package io.facet.registry.memory;

import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.leases.Lease;
import io.facet.registry.leases.Leases;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Leases in memory. */
public final class InMemoryLeases implements Leases {

  private final ConcurrentHashMap<String, Lease> held = new ConcurrentHashMap<>();

  @Override
  public Optional<Lease> acquire(String name) {
    Held lease = new Held(ArtifactPath.of(name).toString());
    return held.putIfAbsent(lease.name, lease) == null ? Optional.of(lease) : Optional.empty();
  }

  private final class Held implements Lease {

    private final String name;

    Held(String name) {
      this.name = name;
    }

    @Override
    public boolean isHeld() {
      return held.get(name) == this;
    }

    @Override
    public void close() {
      held.remove(name, this);
    }
  }
}
