package io.facet.registry.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for what is only passed on; it is deleted when it is closed.
 *
 * @param folder new and empty
 */
public record Scratch(Path folder) implements AutoCloseable {

  public static Scratch open() {
    try {
      return new Scratch(Files.createTempDirectory("facet-"));
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
  }
}
