package io.facet.registry.folder;

import io.facet.registry.interruption.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder for what is only passed on; it is deleted when it is closed, or when Ctrl-C ends this
 * process before.
 *
 * @param folder new and empty
 */
public record Scratch(Path folder) implements AutoCloseable {

  private static final Map<Path, Interruption> OPEN = new ConcurrentHashMap<>();

  public static Scratch open() {
    try {
      Path folder = Files.createTempDirectory("facet-");
      OPEN.put(folder, Interruption.of(() -> Folders.deleteQuietly(folder)));
      return new Scratch(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    Folders.deleteQuietly(folder);
    Optional.ofNullable(OPEN.remove(folder)).ifPresent(Interruption::close);
  }
}
