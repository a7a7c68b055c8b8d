package io.facet.registry.artifacts;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.folder.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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

  /** Stores every file below {@code folder} under {@code path}. */
  default void putFolder(String path, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        put(path + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RegistryRefusedException("The folder " + folder + " can't be read", e);
    }
  }

  /**
   * Copies all that lies below {@code path} into the new folder {@code target}, which exists only
   * when every file has arrived; where somebody else was faster, theirs stays. Refused when there
   * are no files.
   */
  default void fetchFolder(String path, Path target) {
    List<String> files = list(path);
    if (files.isEmpty()) {
      throw new RegistryRefusedException("There are no artifacts below " + path, null);
    }
    Path part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      for (String file : files) {
        Path local = part.resolve(file);
        Files.createDirectories(Objects.requireNonNull(local.getParent()));
        try (InputStream in = open(path + "/" + file)) {
          Files.copy(in, local);
        }
      }
      moveUnlessThere(part, target);
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "The download to %s broke off: %s".formatted(target, e.getMessage()), e);
    } finally {
      Folders.deleteQuietly(part);
    }
  }

  private static void moveUnlessThere(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }
}
