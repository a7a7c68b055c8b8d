package io.facet.service.keys;

import java.util.List;
import java.util.Optional;

/**
 * Where keys are kept. {@link #find} answers from memory, so that every request can ask; the others
 * may touch a disk and stay off the event loop.
 */
interface KeyStore {

  /** The key with that id, or empty. */
  Optional<ApiKey> find(String id);

  /** All keys, in the order in which they were first kept. */
  List<ApiKey> all();

  /** Keeps {@code keys}, all or none; a key with a known id replaces it. */
  void keep(List<ApiKey> keys);
}
