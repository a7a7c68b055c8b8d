package io.facet.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Where a new key goes: to the terminal, or into a file for its owner only. */
final class KeyOutput {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the key there, for you only, instead of showing it")
  private @Nullable Path out;

  /** Fails before a key is made that could be written nowhere. */
  void check() throws IOException {
    if (out != null && Files.exists(out)) {
      throw new FileAlreadyExistsException(out.toString());
    }
  }

  void show(JsonNode issued, PrintWriter terminal) throws IOException {
    String key = issued.path("key").asString();
    if (out == null) {
      terminal.println(key);
    } else {
      Files.createFile(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(out, key + "\n");
      terminal.printf("Key %s is in %s%n", issued.path("id").asString(), out);
    }
    terminal.flush();
  }
}
