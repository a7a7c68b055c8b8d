package io.facet.registry.memory;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ArtifactStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files in memory. */
public final class InMemoryArtifactStore implements ArtifactStore {

  private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public void put(String path, Path file) {
    String key = ArtifactPath.of(path).toString();
    try {
      files.put(key, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RegistryRefusedException("There is no file " + file, e);
    }
  }

  @Override
  public InputStream open(String path) {
    byte[] bytes = files.get(ArtifactPath.of(path).toString());
    if (bytes == null) {
      throw new RegistryRefusedException("There is no artifact " + path, null);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public List<String> list(String folder) {
    String prefix = ArtifactPath.of(folder) + "/";
    return files.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .toList();
  }
}
