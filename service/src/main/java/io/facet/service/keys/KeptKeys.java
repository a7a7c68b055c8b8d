package io.facet.service.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All keys at one moment.
 *
 * @param revision counts the changes that led here
 * @param keys oldest first
 */
record KeptKeys(long revision, List<ApiKey> keys) {

  KeptKeys {
    keys = List.copyOf(keys);
  }

  /** These and {@code more}, which replace those with their ids. */
  KeptKeys with(List<ApiKey> more) {
    Map<String, ApiKey> all = new LinkedHashMap<>();
    keys.forEach(key -> all.put(key.id(), key));
    more.forEach(key -> all.put(key.id(), key));
    return new KeptKeys(revision, List.copyOf(all.values()));
  }

  Optional<ApiKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** The key that was made in the place of the one with that id. */
  Optional<ApiKey> successor(String id) {
    return keys.stream().filter(key -> id.equals(key.replaces())).findFirst();
  }
}
