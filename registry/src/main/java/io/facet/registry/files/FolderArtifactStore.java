package io.facet.registry.files;

import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a folder of this machine, for those who have no server. */
public final class FolderArtifactStore implements ObjectStore {

  private static final String UNFINISHED = ".unfinished";

  private final Path root;

  /** Keeps files below {@code root}, which is made when the first one comes. */
  public FolderArtifactStore(Path root) {
    this.root = root;
  }

  /** Copies aside and moves: who reads at the same time sees the old bytes or the new ones. */
  @Override
  public void put(String path, Path file) {
    put(path, file, (aside, target) -> Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE));
  }

  /** A second name for the copy: unlike a move, it fails where there is something. */
  @Override
  public boolean putIfAbsent(String path, Path file) {
    Path target = resolve(path);
    return !Files.exists(target) && put(path, file, (aside, free) -> Files.createLink(free, aside));
  }

  @Override
  public InputStream open(String path) {
    Path file = resolve(path);
    try {
      if (Files.isDirectory(file)) {
        throw new NoSuchFileException(path);
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new RegistryRefusedException("There is no artifact " + path, e);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  @Override
  public List<String> list(String folder) {
    Path below = resolve(folder);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> below.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(UNFINISHED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed("list", below, e);
    }
  }

  @Override
  public List<StoredFile> filesIn(String folder) {
    Path in = folder.isEmpty() ? root : resolve(folder);
    if (!Files.isDirectory(in)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(in)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.endsWith(UNFINISHED))
          .sorted()
          .map(this::find)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw failed("list", in, e);
    }
  }

  @Override
  public Optional<StoredFile> find(String path) {
    Path file = resolve(path);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile() ? Optional.of(seen(path, found)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("look at", file, e);
    }
  }

  @Override
  public void delete(String path) {
    if (find(path).isPresent()) {
      deleteFile(path);
    }
  }

  /** A disk knows no such condition: between the look and the deletion there is a moment. */
  @Override
  public boolean deleteIfUnchanged(StoredFile seen) {
    return find(seen.path()).filter(seen::equals).isPresent() && deleteFile(seen.path());
  }

  private boolean deleteFile(String path) {
    Path file = resolve(path);
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed("delete", file, e);
    }
  }

  /** With the file's own number, which tells a file from its successor of the same age and size. */
  private static StoredFile seen(String path, BasicFileAttributes found) {
    return new StoredFile(
        path,
        found.size(),
        found.lastModifiedTime().toInstant(),
        "%s %s".formatted(found.fileKey(), found.lastModifiedTime()));
  }

  /** Copies aside first: what arrives under its name arrives whole. */
  private boolean put(String path, Path file, Arrival arrival) {
    Path target = resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new RegistryRefusedException("There is no file " + file, null);
    }
    try {
      Files.createDirectories(target.getParent());
      Path aside = Files.createTempFile(target.getParent(), "put", UNFINISHED);
      try {
        Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        force(aside);
        arrival.at(aside, target);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw failed("write", target, e);
    }
  }

  /** Whoever deletes the original afterwards relies on the copy, even when the power fails. */
  private static void force(Path file) throws IOException {
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /** How a finished copy gets its name. */
  private interface Arrival {
    void at(Path aside, Path target) throws IOException;
  }

  private Path resolve(String path) {
    return root.resolve(ArtifactPath.of(path).toString());
  }

  static RegistryException failed(String what, Path file, IOException cause) {
    return new RegistryUnavailableException(
        "Can't %s %s: %s".formatted(what, file, cause.getMessage()), cause);
  }
}
