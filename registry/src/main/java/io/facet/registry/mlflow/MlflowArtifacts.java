package io.facet.registry.mlflow;

import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.ArtifactStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Artifacts through MLflow's proxy, which holds the keys to Blob storage so that we need none. */
final class MlflowArtifacts implements ArtifactStore {

  private final Rest rest;

  MlflowArtifacts(Rest rest) {
    this.rest = rest;
  }

  @Override
  public void put(String path, Path file) {
    rest.upload(path, file);
  }

  @Override
  public InputStream open(String path) {
    return rest.download(path);
  }

  @Override
  public List<String> list(String folder) {
    List<String> files = new ArrayList<>();
    list(ArtifactPath.of(folder).toString(), "", files);
    Collections.sort(files);
    return files;
  }

  private void list(String folder, String below, List<String> files) {
    for (JsonNode entry : rest.listArtifacts(folder + suffix(below)).path("files")) {
      String name = Answer.text(entry, "/path");
      ArtifactPath.of(name);
      String path = below.isEmpty() ? name : below + "/" + name;
      if (entry.path("is_dir").asBoolean(false)) {
        list(folder, path, files);
      } else {
        files.add(path);
      }
    }
  }

  private static String suffix(String below) {
    return below.isEmpty() ? "" : "/" + below;
  }
}
