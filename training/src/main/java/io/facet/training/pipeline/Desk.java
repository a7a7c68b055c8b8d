package io.facet.training.pipeline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.folder.Scratch;
import io.facet.training.appraisals.Appraisals;
import io.facet.training.appraisals.SentAppraisal;
import io.facet.valuation.stone.Feature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns appraisals that experts sent to the API into files that arrive like any other. Each is in
 * one file only: while such a file waits no other one is written, and a receipt names those that
 * its file holds.
 */
final class Desk {

  private static final String PREFIX = "appraisals-";
  private static final Pattern OURS = Pattern.compile(PREFIX + "\\d{8}-\\d{6}\\.csv");
  private static final String ID = "appraisal_id";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'" + PREFIX + "'yyyyMMdd-HHmmss'.csv'").withZone(ZoneOffset.UTC);

  private final Appraisals appraisals;
  private List<String> unused = List.of();

  Desk(Appraisals appraisals) {
    this.appraisals = appraisals;
  }

  /** Lets what is new at the API arrive as one file. */
  void collect(ObjectStore incoming, List<Receipt> before, Instant now) throws IOException {
    List<SentAppraisal> sent = appraisals.unused();
    unused = sent.stream().map(SentAppraisal::id).toList();
    if (incoming.filesIn("").stream().anyMatch(file -> isOurs(file.path()))) {
      return;
    }
    Set<String> known = ids(before);
    List<SentAppraisal> fresh = sent.stream().filter(one -> !known.contains(one.id())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    try (Scratch scratch = Scratch.open()) {
      incoming.putIfAbsent(NAME.format(now), write(fresh, scratch.resolve("appraisals.csv")));
    }
  }

  /** Tells the API which appraisals {@code version} has learned from or was judged by. */
  void mark(List<Receipt> accepted, String version) {
    Set<String> learned = ids(accepted);
    accepted.forEach(batch -> batch.unusable().forEach(learned::remove));
    List<String> used = unused.stream().filter(learned::contains).toList();
    if (!used.isEmpty()) {
      appraisals.use(used, version);
    }
  }

  /** The appraisals in {@code file} by line; none where it didn't come from here. */
  static Map<Long, String> idsIn(Path file) throws IOException {
    if (!isOurs(String.valueOf(file.getFileName()))) {
      return Map.of();
    }
    Map<Long, String> ids = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        row.findField(ID).ifPresent(id -> ids.put(row.getStartingLineNumber(), id));
      }
    } catch (CsvParseException e) {
      // Somebody has worked on it. Up to here it can be trusted; what is wrong is in its report.
      return ids;
    }
    return ids;
  }

  private static boolean isOurs(String name) {
    return OURS.matcher(name).matches();
  }

  private static Set<String> ids(List<Receipt> receipts) {
    Set<String> ids = new HashSet<>();
    receipts.forEach(receipt -> ids.addAll(receipt.appraisals()));
    return ids;
  }

  private static Path write(List<SentAppraisal> sent, Path file) throws IOException {
    List<Feature> features = List.of(Feature.values());
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          Stream.of(
                  Stream.of(ID, "sent_at", "client_reference"),
                  features.stream().map(Feature::column),
                  Stream.of("price"))
              .flatMap(columns -> columns)
              .toList());
      for (SentAppraisal one : sent) {
        csv.writeRecord(
            Stream.of(
                    Stream.of(one.id(), one.sentAt().toString(), one.reference()),
                    features.stream()
                        .map(feature -> Objects.requireNonNull(one.stone().get(feature))),
                    Stream.of(one.price().toPlainString()))
                .flatMap(cells -> cells)
                .toList());
      }
    }
    return file;
  }
}
