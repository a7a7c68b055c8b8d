package io.facet.registry.mlflow;

import io.facet.registry.artifacts.ArtifactStore;
import java.nio.file.Path;

/** Where the files of one run or one model lie: {@code folder} of {@code store}. */
record ArtifactLocation(ArtifactStore store, String folder) {

  void put(String path, Path file) {
    store.put(folder + "/" + path, file);
  }

  void putFolder(Path files) {
    store.putFolder(folder, files);
  }

  void fetchFolder(Path target) {
    store.fetchFolder(folder, target);
  }
}
