package io.facet.registry.artifacts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A store that can say no to a second file of the same name, and can let go of one: a container of
 * Blob storage or a folder, but not MLflow's proxy. Every call may throw a {@link
 * io.facet.registry.RegistryException}.
 */
public interface ObjectStore extends ArtifactStore {

  /**
   * Stores the bytes of {@code file} at {@code path} unless there is something; all or nothing.
   *
   * @return whether it was stored. Of many who try at the same time, one is told so.
   */
  boolean putIfAbsent(String path, Path file);

  /** The file at {@code path} as it stands, if there is one. */
  Optional<StoredFile> find(String path);

  /** Whether there is a file at {@code path}. */
  default boolean exists(String path) {
    return find(path).isPresent();
  }

  /**
   * The files that lie in {@code folder} itself, not deeper, sorted by path; {@code ""} is the
   * store's own folder.
   */
  List<StoredFile> filesIn(String folder);

  /** Deletes the file at {@code path}; where there is none, all is well. */
  void delete(String path);

  /**
   * Deletes {@code seen} unless it has been written again since.
   *
   * @return whether it was deleted
   */
  boolean deleteIfUnchanged(StoredFile seen);
}
