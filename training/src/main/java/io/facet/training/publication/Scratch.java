package io.facet.training.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for what is only passed on. */
final class Scratch {

  private Scratch() {}

  /** A new, empty folder, to be deleted by the caller. */
  static Path folder() {
    try {
      return Files.createTempDirectory("facet-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
