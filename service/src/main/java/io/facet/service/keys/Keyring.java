package io.facet.service.keys;

import java.util.Optional;

/** Knows the holder of a key. */
public final class Keyring {

  private final KeyStore store;
  private final KeyHash hash;
  private final String nobodysHash;

  Keyring(KeyStore store, KeyHash hash) {
    this.store = store;
    this.hash = hash;
    this.nobodysHash = hash.of("");
  }

  /** The key that {@code presented} is, or empty when it is none of ours. */
  public Optional<ApiKey> holder(String presented) {
    return PlainKey.parse(presented).flatMap(this::holder);
  }

  private Optional<ApiKey> holder(PlainKey plain) {
    Optional<ApiKey> known = store.find(plain.id());
    // An unknown id is compared as well, so that the time taken doesn't tell which ids exist.
    boolean matches = hash.matches(plain.secret(), known.map(ApiKey::hash).orElse(nobodysHash));
    return known.filter(key -> matches);
  }
}
