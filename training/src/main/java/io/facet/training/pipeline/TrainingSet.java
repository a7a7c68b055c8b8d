package io.facet.training.pipeline;

import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.Scratch;
import io.facet.training.stones.AppraisedStones;
import io.facet.valuation.Appraisal;
import io.facet.valuation.comparables.StonesFile;
import io.facet.valuation.stone.Diamond;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was ever accepted, under its digest: {@code stones/SHA256.csv}, and {@code
 * receipts/SHA256.json} for every file that was looked at. Nothing is changed once it is written;
 * {@code untold/SHA256.json} lies there until somebody has been told of a refusal.
 */
public final class TrainingSet {

  private static final String RECEIPTS = "receipts";
  private static final String STONES = "stones";
  private static final String UNTOLD = "untold";

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final ObjectStore store;

  public TrainingSet(ObjectStore store) {
    this.store = store;
  }

  /** What became of the file with that digest, if it has been looked at. */
  Optional<Receipt> receipt(String sha256) {
    String path = receiptPath(sha256);
    return store.find(path).map(found -> read(path));
  }

  /** The accepted ones of {@code receipts}, in the order in which they were accepted. */
  static List<Receipt> accepted(List<Receipt> receipts) {
    return receipts.stream()
        .filter(Receipt::isAccepted)
        .sorted(Comparator.comparing(receipt -> receipt.number().orElseThrow()))
        .toList();
  }

  /** What became of all files that were ever looked at. */
  List<Receipt> receipts() {
    return store.filesIn(RECEIPTS).stream().map(StoredFile::path).map(this::read).toList();
  }

  /** Keeps {@code stones} under the digest of their file. */
  Receipt.Stones keep(Stream<Appraisal> stones, Path scratch) throws IOException {
    Path file = scratch.resolve("stones.csv");
    return keep(file, write(stones, file));
  }

  private static long write(Stream<Appraisal> stones, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      return StonesFile.write(stones.iterator(), out);
    }
  }

  /** Keeps {@code file} as it is, under its digest. */
  Receipt.Stones keep(Path file, long count) throws IOException {
    String sha256 = Checksums.sha256(file);
    store.putIfAbsent(stonesPath(sha256), file);
    return new Receipt.Stones(sha256, count);
  }

  /** From now on the file counts as looked at. This is the step that accepts or refuses it. */
  void add(Receipt receipt, Path scratch) throws IOException {
    Path file = scratch.resolve("receipt.json");
    Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(receipt));
    if (!receipt.isAccepted()) {
      store.putIfAbsent(untoldPath(receipt.sha256()), file);
    }
    store.putIfAbsent(receiptPath(receipt.sha256()), file);
  }

  /** Refusals that nobody has been told of. */
  List<Receipt> untold() {
    return store.filesIn(UNTOLD).stream().map(StoredFile::path).map(this::read).toList();
  }

  void told(Receipt refused) {
    store.delete(untoldPath(refused.sha256()));
  }

  /** Copies the stones of {@code batches} to learn from into {@code folder}, a file a batch. */
  List<Path> toLearn(List<Receipt> batches, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Receipt batch : batches) {
      Receipt.Stones learned = batch.learned().orElseThrow();
      if (learned.count() > 0) {
        // The batch's own name is what people find in provenance; its number keeps two apart.
        Path file = folder.resolve("%06d".formatted(batch.number().orElseThrow()));
        files.add(fetch(learned.sha256(), file.resolve(batch.name())));
      }
    }
    return files;
  }

  /** Gives {@code each} the stones of {@code batches} to learn from, the oldest batch first. */
  void eachLearned(List<Receipt> batches, Consumer<Appraisal> each) throws IOException {
    each(batches, Receipt::learned, each);
  }

  /** Gives {@code each} the stones of {@code batches} to judge by, the oldest batch first. */
  void eachKept(List<Receipt> batches, Consumer<Appraisal> each) throws IOException {
    each(batches, Receipt::kept, each);
  }

  private void each(
      List<Receipt> batches,
      Function<Receipt, Optional<Receipt.Stones>> kind,
      Consumer<Appraisal> each)
      throws IOException {
    for (Receipt batch : batches) {
      Optional<Receipt.Stones> stones = kind.apply(batch).filter(some -> some.count() > 0);
      if (stones.isPresent()) {
        try (Scratch scratch = Scratch.open()) {
          AppraisedStones.read(fetch(stones.get().sha256(), scratch.resolve(batch.name())), each);
        }
      }
    }
  }

  /**
   * The stones of {@code batches} to judge by; of a stone that was appraised twice, the newer
   * price.
   */
  List<Appraisal> toJudge(List<Receipt> batches) {
    Map<Diamond, Appraisal> newest = new LinkedHashMap<>();
    try {
      eachKept(batches, appraisal -> newest.put(appraisal.stone(), appraisal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(newest.values());
  }

  /**
   * Copies the stones of that digest into the new file {@code target}.
   *
   * @throws io.facet.registry.RegistryRefusedException when they were never accepted here
   */
  public Path fetch(String sha256, Path target) throws IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream in = store.open(stonesPath(sha256))) {
      Files.copy(in, target);
    }
    return target;
  }

  private Receipt read(String path) {
    try (InputStream in = store.open(path)) {
      return JSON.readValue(in, Receipt.class);
    } catch (JacksonException e) {
      throw new UncheckedIOException(
          new IOException("%s is no receipt: %s".formatted(path, e.getOriginalMessage()), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String receiptPath(String sha256) {
    return RECEIPTS + "/" + sha256 + ".json";
  }

  private static String untoldPath(String sha256) {
    return UNTOLD + "/" + sha256 + ".json";
  }

  private static String stonesPath(String sha256) {
    return STONES + "/" + sha256 + ".csv";
  }
}
