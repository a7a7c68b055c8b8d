package io.facet.training.pipeline;

import io.facet.registry.folder.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what is only passed on. */
record Scratch(Path folder) implements AutoCloseable {

  static Scratch open() {
    try {
      return new Scratch(Files.createTempDirectory("facet-pipeline-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    Folders.deleteQuietly(folder);
  }
}
