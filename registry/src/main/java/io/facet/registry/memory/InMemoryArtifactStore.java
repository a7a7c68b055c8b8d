package io.facet.registry.memory;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files in memory. */
public final class InMemoryArtifactStore implements ObjectStore {

  private final ConcurrentSkipListMap<String, Kept> files = new ConcurrentSkipListMap<>();

  @Override
  public void put(String path, Path file) {
    String key = key(path);
    files.put(key, kept(key, file));
  }

  @Override
  public boolean putIfAbsent(String path, Path file) {
    String key = key(path);
    return files.putIfAbsent(key, kept(key, file)) == null;
  }

  @Override
  public InputStream open(String path) {
    Kept kept = files.get(key(path));
    if (kept == null) {
      throw new RegistryRefusedException("There is no artifact " + path, null);
    }
    return new ByteArrayInputStream(kept.bytes);
  }

  @Override
  public List<String> list(String folder) {
    String prefix = key(folder) + "/";
    return files.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .toList();
  }

  @Override
  public List<StoredFile> filesIn(String folder) {
    String prefix = folder.isEmpty() ? "" : key(folder) + "/";
    return files.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> entry.getKey().indexOf('/', prefix.length()) < 0)
        .map(entry -> entry.getValue().seen)
        .toList();
  }

  @Override
  public Optional<StoredFile> find(String path) {
    return Optional.ofNullable(files.get(key(path))).map(Kept::seen);
  }

  @Override
  public void delete(String path) {
    files.remove(key(path));
  }

  @Override
  public boolean deleteIfUnchanged(StoredFile seen) {
    Kept kept = files.get(key(seen.path()));
    return kept != null && kept.seen.equals(seen) && files.remove(seen.path(), kept);
  }

  private static String key(String path) {
    return ArtifactPath.of(path).toString();
  }

  private static Kept kept(String path, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new Kept(
          bytes, new StoredFile(path, bytes.length, Instant.now(), UUID.randomUUID().toString()));
    } catch (IOException e) {
      throw new RegistryRefusedException("There is no file " + file, e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves the store, and never compared but as is
  private record Kept(byte[] bytes, StoredFile seen) {}
}
