package io.facet.service.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference: what every store of keys does, without a disk. */
final class InMemoryKeyStore implements KeyStore {

  // Replaced as a whole, so that readers need no lock.
  private volatile Map<String, ApiKey> keys = Map.of();

  @Override
  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public List<ApiKey> all() {
    return List.copyOf(keys.values());
  }

  @Override
  public synchronized void keep(List<ApiKey> more) {
    Map<String, ApiKey> next = new LinkedHashMap<>(keys);
    more.forEach(key -> next.put(key.id(), key));
    keys = next;
  }
}
