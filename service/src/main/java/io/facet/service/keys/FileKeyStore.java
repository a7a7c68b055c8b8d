package io.facet.service.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keys in one JSON file that only its owner may read, replaced as a whole at every change. */
final class FileKeyStore implements KeyStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final InMemoryKeyStore known = new InMemoryKeyStore();

  private FileKeyStore(Path file) {
    this.file = file;
  }

  /** The keys in {@code file}; none where there is no such file yet. */
  static FileKeyStore open(Path file) {
    FileKeyStore store = new FileKeyStore(file);
    if (Files.exists(file)) {
      store.known.keep(store.read().keys());
    }
    return store;
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return known.find(id);
  }

  @Override
  public List<ApiKey> all() {
    return known.all();
  }

  @Override
  public synchronized void keep(List<ApiKey> keys) {
    InMemoryKeyStore next = new InMemoryKeyStore();
    next.keep(known.all());
    next.keep(keys);
    PrivateFile.write(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(next.all())));
    known.keep(keys);
  }

  private Content read() {
    try {
      return JSON.readValue(Files.readAllBytes(file), Content.class);
    } catch (JacksonException e) {
      throw new UnusableKeysException(
          "%s is damaged (%s): restore it, or remove it to have new keys made"
              .formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Content(List<ApiKey> keys) {}
}
