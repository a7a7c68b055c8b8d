package io.facet.service.metering;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports that a process could not bring to the store yet, a file each, for the next process in the
 * same home. They keep their numbers, so that the store adds each once, whatever was known of its
 * fate. While a process lives its reports are its own: it holds a lock, which the system frees
 * however it ends.
 */
final class LeftReports {

  private static final Logger log = LoggerFactory.getLogger(LeftReports.class);

  private static final String END = ".json";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final String process;
  private @Nullable FileChannel held;

  /**
   * @param process whose reports these are
   */
  LeftReports(Path folder, String process) {
    this.folder = folder;
    this.process = process;
  }

  /** What one process has counted, under the number that it has or would have had. */
  record Report(String process, long number, List<Use> uses) {

    private String file() {
      return process + "-" + number + END;
    }
  }

  /** Keeps a report of this process until it is {@link #forget forgotten}. */
  void leave(Report report) throws IOException {
    Files.createDirectories(folder);
    hold();
    Path draft = folder.resolve(report.file() + ".draft");
    try {
      Files.write(
          draft,
          JsonMapper.shared().writeValueAsBytes(report),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(draft, folder.resolve(report.file()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void hold() throws IOException {
    if (held == null) {
      FileChannel channel =
          FileChannel.open(lock(process), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new IOException("somebody else holds " + lock(process));
      }
      held = channel;
    }
  }

  /** This process leaves no more; whatever it has left is the next one's. */
  void release() {
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        log.debug("A lock could not be freed, which the end of the process does", e);
      }
      held = null;
    }
  }

  /** All that processes have left that have ended, those of one in their order. */
  List<Report> ofTheDead() {
    return files(END).stream()
        .flatMap(LeftReports::read)
        .filter(report -> !report.process().equals(process) && !lives(report.process()))
        .sorted(Comparator.comparing(Report::process).thenComparingLong(Report::number))
        .toList();
  }

  private List<Path> files(String end) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(end)).toList();
    } catch (IOException e) {
      log.error("Use that an earlier process has left can't be read: {}", e.getMessage());
      return List.of();
    }
  }

  private boolean lives(String other) {
    if (!Files.exists(lock(other))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock(other), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      log.warn("Whether {} is held can't be said: {}", lock(other), e.getMessage());
      return true;
    }
  }

  private Path lock(String whose) {
    return folder.resolve(whose + LOCK);
  }

  private static Stream<Report> read(Path file) {
    try {
      return Stream.of(JsonMapper.shared().readValue(Files.readAllBytes(file), Report.class));
    } catch (IOException | JacksonException e) {
      log.error("Use in {} can't be read, and stays there: {}", file, e.getMessage());
      return Stream.empty();
    }
  }

  /** The store has {@code report}. */
  void forget(Report report) {
    try {
      Files.deleteIfExists(folder.resolve(report.file()));
      if (files(END).stream().noneMatch(file -> isOf(report.process(), file))) {
        if (report.process().equals(process)) {
          release();
        }
        Files.deleteIfExists(lock(report.process()));
      }
    } catch (IOException e) {
      log.warn("{} is stored and can be deleted: {}", report.file(), e.getMessage());
    }
  }

  private static boolean isOf(String process, Path file) {
    return file.getFileName().toString().startsWith(process + "-");
  }
}
