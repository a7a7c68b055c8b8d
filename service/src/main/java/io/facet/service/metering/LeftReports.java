package io.facet.service.metering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports that a process could not bring to the store yet, a file each, for the next process in the
 * same home. They keep their numbers, so that the store adds each once, whatever was known of its
 * fate.
 */
final class LeftReports {

  private static final Logger log = LoggerFactory.getLogger(LeftReports.class);

  private static final String END = ".json";

  private final Path folder;

  LeftReports(Path folder) {
    this.folder = folder;
  }

  /** What one process has counted, under the number that it has or would have had. */
  record Report(String process, long number, List<Use> uses) {

    private String file() {
      return process + "-" + number + END;
    }
  }

  /** Keeps {@code report} until it is {@link #forget forgotten}. */
  void leave(Report report) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve(report.file() + ".draft");
    Files.write(
        draft,
        JsonMapper.shared().writeValueAsBytes(report),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(draft, folder.resolve(report.file()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** All that are left by others than {@code process}, those of one in their order. */
  List<Report> allBut(String process) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(END))
          .flatMap(LeftReports::read)
          .filter(report -> !report.process().equals(process))
          .sorted(Comparator.comparing(Report::process).thenComparingLong(Report::number))
          .toList();
    } catch (IOException e) {
      log.error("Use that an earlier process has left can't be read: {}", e.getMessage());
      return List.of();
    }
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
    } catch (IOException e) {
      log.warn("{} is stored and can be deleted: {}", report.file(), e.getMessage());
    }
  }
}
