package io.facet.training.pipeline;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import io.facet.registry.files.FolderArtifactStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store as it would be: shows what lies {@code below} it, and keeps what is written and deleted
 * to itself.
 */
public final class Overlay implements ObjectStore {

  private final ObjectStore below;
  private final ObjectStore written;
  private final Set<String> deleted = new HashSet<>();

  /**
   * @param scratch where to keep what is written; the caller deletes it
   */
  public Overlay(ObjectStore below, Path scratch) {
    this.below = below;
    this.written = new FolderArtifactStore(scratch);
  }

  @Override
  public void put(String path, Path file) {
    written.put(path, file);
    deleted.remove(path);
  }

  @Override
  public boolean putIfAbsent(String path, Path file) {
    if (exists(path)) {
      return false;
    }
    put(path, file);
    return true;
  }

  @Override
  public InputStream open(String path) {
    boolean ours = deleted.contains(path) || written.exists(path);
    return (ours ? written : below).open(path);
  }

  @Override
  public Optional<StoredFile> find(String path) {
    Optional<StoredFile> ours = written.find(path);
    return ours.isPresent() || deleted.contains(path) ? ours : below.find(path);
  }

  @Override
  public List<String> list(String folder) {
    Set<String> paths = new TreeSet<>(below.list(folder));
    paths.removeIf(path -> deleted.contains(folder.isEmpty() ? path : folder + "/" + path));
    paths.addAll(written.list(folder));
    return List.copyOf(paths);
  }

  @Override
  public List<StoredFile> filesIn(String folder) {
    List<StoredFile> ours = written.filesIn(folder);
    Set<String> hidden = new HashSet<>(deleted);
    ours.forEach(file -> hidden.add(file.path()));
    List<StoredFile> files = new ArrayList<>(ours);
    below.filesIn(folder).stream()
        .filter(file -> !hidden.contains(file.path()))
        .forEach(files::add);
    files.sort(Comparator.comparing(StoredFile::path));
    return files;
  }

  @Override
  public void delete(String path) {
    written.delete(path);
    deleted.add(path);
  }

  @Override
  public boolean deleteIfUnchanged(StoredFile seen) {
    if (find(seen.path()).filter(seen::equals).isEmpty()) {
      return false;
    }
    delete(seen.path());
    return true;
  }
}
