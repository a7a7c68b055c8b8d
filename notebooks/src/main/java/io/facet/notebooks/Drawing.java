package io.facet.notebooks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Has Vega-Lite draw, by the vl-convert that {@code ./facet notebook} installs beside Jupyter. */
final class Drawing {

  /** Names the Python that has vl-convert. */
  private static final String PYTHON = "FACET_NOTEBOOK_PYTHON";

  private static final String SCRIPT = "draw.py";

  private Drawing() {}

  static byte[] png(String specification) throws IOException {
    String python =
        Objects.requireNonNull(
            System.getenv(PYTHON), () -> PYTHON + " is not set: start with ./facet notebook");
    Path complaints = Files.createTempFile("facet-figure", ".log");
    try {
      Process drawing =
          new ProcessBuilder(python, SCRIPT).redirectError(complaints.toFile()).start();
      try (OutputStream to = drawing.getOutputStream()) {
        to.write(specification.getBytes(StandardCharsets.UTF_8));
      }
      byte[] png = drawing.getInputStream().readAllBytes();
      if (drawing.waitFor() != 0) {
        throw new IOException("Vega-Lite refused the figure: " + Files.readString(complaints));
      }
      return png;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a figure was drawn", e);
    } finally {
      Files.delete(complaints);
    }
  }
}
