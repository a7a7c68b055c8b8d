package io.facet.service.following;

import io.facet.registry.folder.Folders;
import io.facet.registry.models.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of the models that were good, for the day when the registry is away:
 *
 * <pre>
 * 7-4c1f…/   the folder of version 7, which run 4c1f… made
 * current    the name of the last one that was served
 * </pre>
 *
 * The run is part of the name because a registry made anew counts its versions from 1 again.
 */
final class ModelCache {

  private static final int KEPT = 3;

  private final Path folder;

  ModelCache(Path folder) {
    this.folder = folder;
  }

  /** A copy in the cache. */
  record Copy(String version, Path path) {}

  /** The copy of {@code version}, whether it is there or is to be put there. */
  Copy of(ModelVersion version) {
    String run = version.runId().replaceAll("[^A-Za-z0-9]", "");
    return copy(version.version().replaceAll("[^A-Za-z0-9]", "") + "-" + run);
  }

  /** The copy that was served last, if it is still there. */
  Optional<Copy> lastGood() {
    Path pointer = folder.resolve("current");
    try {
      return Files.exists(pointer)
          ? Optional.of(copy(Files.readString(pointer).strip()))
              .filter(copy -> Files.isDirectory(copy.path()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers {@code copy} as the last good one, and forgets those from long ago. */
  void keep(Copy copy) {
    try {
      Path draft = folder.resolve("current.draft");
      Files.writeString(draft, copy.path().getFileName() + "\n");
      Files.move(
          draft,
          folder.resolve("current"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(copy.path(), FileTime.from(Instant.now()));
      for (Path old : newestFirst().stream().skip(KEPT).toList()) {
        Folders.delete(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Can't keep a copy of the model in " + folder, e);
    }
  }

  /** Removes a copy that turned out to be no good, so that it is fetched anew. */
  void drop(Copy copy) {
    try {
      Folders.delete(copy.path());
    } catch (IOException e) {
      throw new UncheckedIOException("Can't remove " + copy.path(), e);
    }
  }

  private Copy copy(String name) {
    Path path = folder.resolve(name);
    return new Copy(name.substring(0, Math.max(0, name.indexOf('-'))), path);
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(ModelCache::lastUsed).reversed())
          .toList();
    }
  }

  private static FileTime lastUsed(Path copy) {
    try {
      return Files.getLastModifiedTime(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
