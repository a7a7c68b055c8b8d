package io.facet.registry.artifacts;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps files under slash-separated paths such as {@code 1/models/m-42/artifacts/model.facet}.
 * Every call may throw a {@link io.facet.registry.RegistryException}.
 */
public interface ArtifactStore {

  /** Stores the bytes of {@code file} at {@code path}, replacing what is there; all or nothing. */
  void put(String path, Path file);

  /** The bytes at {@code path}; the caller closes the stream. Refused when there are none. */
  InputStream open(String path);

  /** Paths of all files below {@code folder}, at any depth, relative to it, sorted. */
  List<String> list(String folder);
}
