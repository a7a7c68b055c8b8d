package io.facet.training.pipeline;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The place where files arrive, as CSV in the folder itself, and below which they are filed. */
final class Incoming {

  private static final Pattern OTHER_TABLES =
      Pattern.compile("(?i)\\.(xlsx?|ods|tsv|txt|json|ndjson|parquet|gz|zip)$");

  private final ObjectStore store;
  private final Duration quiet;

  /**
   * @param quiet a file that changes within that time is still being written
   */
  Incoming(ObjectStore store, Duration quiet) {
    this.store = store;
    this.quiet = quiet;
  }

  ObjectStore files() {
    return store;
  }

  /** Names of files that hold tables in some other form, and are left where they are. */
  List<String> unreadable() {
    return store.filesIn("").stream()
        .map(StoredFile::path)
        .filter(path -> OTHER_TABLES.matcher(path).find())
        .toList();
  }

  /** The files that lie there, the oldest first, but for those that are still being written. */
  List<StoredFile> settled() throws InterruptedException {
    List<StoredFile> seen = csv();
    if (seen.isEmpty()) {
      return seen;
    }
    Thread.sleep(quiet);
    List<StoredFile> again = csv();
    return seen.stream()
        .filter(again::contains)
        .sorted(Comparator.comparing(StoredFile::writtenAt).thenComparing(StoredFile::path))
        .toList();
  }

  /**
   * The bytes of {@code file}, under its own name; empty where somebody writes to it again.
   *
   * @param file as it was when it had settled
   */
  Optional<Path> fetch(StoredFile file, Path folder) {
    Path copy = folder.resolve(file.path());
    if (!csv().contains(file)) {
      return Optional.empty();
    }
    try (InputStream in = store.open(file.path())) {
      Files.createDirectories(folder);
      Files.copy(in, copy);
      return csv().contains(file) ? Optional.of(copy) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts all that lies in {@code beside} into the folder {@code filed}. */
  void file(String filed, Path beside) {
    store.putFolder(filed, beside);
  }

  /** The same where nothing lies there: the receipt may be that of another place. */
  void fileUnlessThere(String filed, Path beside) {
    if (!filed.isEmpty() && store.list(filed).isEmpty()) {
      file(filed, beside);
    }
  }

  /** Removes a file that has been filed, unless another one has taken its name since. */
  void remove(StoredFile file) {
    store.deleteIfUnchanged(file);
  }

  private List<StoredFile> csv() {
    return store.filesIn("").stream()
        .filter(file -> file.path().toLowerCase(Locale.ROOT).endsWith(".csv"))
        .toList();
  }
}
