package io.facet.registry.files;

import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder of this machine, for those who have no server. */
public final class FolderArtifactStore implements ArtifactStore {

  private static final String UNFINISHED = ".unfinished";

  private final Path root;

  /** Keeps files below {@code root}, which is made when the first one comes. */
  public FolderArtifactStore(Path root) {
    this.root = root;
  }

  /** Copies aside and moves: who reads at the same time sees the old bytes or the new ones. */
  @Override
  public void put(String path, Path file) {
    Path target = resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new RegistryRefusedException("There is no file " + file, null);
    }
    try {
      Files.createDirectories(target.getParent());
      Path aside = Files.createTempFile(target.getParent(), "put", UNFINISHED);
      try {
        Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw failed("write", target, e);
    }
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

  private Path resolve(String path) {
    return root.resolve(ArtifactPath.of(path).toString());
  }

  private static RegistryException failed(String what, Path file, IOException cause) {
    return new RegistryUnavailableException(
        "Can't %s %s: %s".formatted(what, file, cause.getMessage()), cause);
  }
}
