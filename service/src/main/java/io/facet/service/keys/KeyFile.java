package io.facet.service.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of all keys in one JSON file that only its owner may read, so that a start needs no
 * database. Earlier versions kept the keys here and nowhere else.
 */
final class KeyFile {

  private static final int FORMAT = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  KeyFile(Path file) {
    this.file = file;
  }

  /** What it holds; empty where there is no such file yet. */
  Optional<Content> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), Content.class));
    } catch (JacksonException e) {
      throw new UnusableKeysException(
          "%s is damaged (%s): restore it, or remove it: the store has the keys too"
              .formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces it as a whole. */
  void write(List<ApiKey> keys) {
    PrivateFile.write(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(FORMAT, keys)));
  }

  /**
   * What the file says.
   *
   * @param format null in files of earlier versions, which didn't say
   */
  record Content(@Nullable Integer format, List<ApiKey> keys) {

    boolean isOfAnEarlierVersion() {
      return format == null;
    }
  }
}
