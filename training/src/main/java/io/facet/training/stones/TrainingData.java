package io.facet.training.stones;

import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.Provenance;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to learn from, and what was left out and why. Nothing is dropped without a word.
 *
 * @param batches accepted, file by file
 * @param setAside every reason why a row is not among them
 * @param sources what each file held
 */
public record TrainingData(
    List<List<Appraisal>> batches, List<SetAside> setAside, List<Provenance.Data> sources) {

  /** Fewer stones than this teach nothing. */
  public static final int FEWEST = 500;

  public TrainingData {
    batches = batches.stream().map(List::copyOf).toList();
    setAside = List.copyOf(setAside);
    sources = List.copyOf(sources);
  }

  /**
   * Reads {@code files} in order.
   *
   * @throws RefusedFileException when a file can't be used at all
   */
  public static TrainingData read(List<Path> files) {
    Reader reader = new Reader();
    files.forEach(reader::read);
    return new TrainingData(reader.batches, reader.setAside, reader.sources);
  }

  /**
   * The accepted stones, of all files together. A later file has the last word on a stone: what
   * earlier files said of it is not learned from. Within a file, several prices of one stone stay.
   */
  public List<Appraisal> stones() {
    Set<Diamond> newer = new HashSet<>();
    List<List<Appraisal>> newestFirst = new ArrayList<>();
    for (List<Appraisal> batch : batches.reversed()) {
      newestFirst.add(batch.stream().filter(one -> !newer.contains(one.stone())).toList());
      batch.forEach(one -> newer.add(one.stone()));
    }
    return newestFirst.reversed().stream().flatMap(List::stream).toList();
  }

  /**
   * Refuses data that is too damaged or too small to learn from. Unappraised stones are no damage.
   *
   * @param allowedPercent of the appraised rows of a file that may be set aside
   */
  public void require(double allowedPercent) {
    for (Provenance.Data file : sources) {
      long appraised = file.accepted() + file.setAside();
      double percent = 100.0 * file.setAside() / Math.max(1, appraised);
      if (percent > allowedPercent) {
        throw new RefusedFileException(
            "%s: %d of %d appraised rows (%.1f %%) can't be used, and %.0f %% are allowed; most often: %s. --allow-set-aside PERCENT allows more"
                .formatted(
                    file.name(), file.setAside(), appraised, percent, allowedPercent, worst(file)));
      }
    }
    requireEnough();
  }

  /** Refuses too few stones to learn from. */
  public void requireEnough() {
    int stones = stones().size();
    if (stones < FEWEST) {
      throw new RefusedFileException(
          "only %d usable appraised stones, and learning takes at least %d"
              .formatted(stones, FEWEST));
    }
  }

  /** How many rows were set aside because something is wrong with them. */
  public long rowsSetAside() {
    return sources.stream().mapToLong(Provenance.Data::setAside).sum();
  }

  /** An example of the column that is wrong most often. */
  private String worst(Provenance.Data file) {
    Map<String, List<SetAside>> byColumn =
        setAside.stream()
            .filter(row -> row.file().equals(file.name()))
            .collect(Collectors.groupingBy(SetAside::column));
    return byColumn.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(List::getFirst)
        .map(row -> "line " + row.line() + ", " + row.column() + " " + row.problem())
        .orElse("nothing");
  }

  /**
   * What the last file that names a stone says of it.
   *
   * @param file its place among the files
   * @param prices where each of them stands
   */
  private record LastWord(int file, Map<Double, String> prices) {}

  private static final class Reader {

    private final List<List<Appraisal>> batches = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Provenance.Data> sources = new ArrayList<>();
    private final Map<Diamond, LastWord> said = new HashMap<>();

    private void read(Path file) {
      String name = String.valueOf(file.getFileName());
      batches.add(new ArrayList<>());
      long rows = 0;
      long accepted = 0;
      long unappraised = 0;
      try (StoneFile in = StoneFile.open(file)) {
        if (!in.has("price")) {
          throw new RefusedFileException(file + " has no column price to learn from");
        }
        for (StoneRow row : in) {
          rows++;
          if (!row.problems().isEmpty()) {
            row.problems()
                .forEach(
                    problem ->
                        setAside.add(
                            new SetAside(
                                name,
                                row.line(),
                                problem.column(),
                                problem.value(),
                                problem.detail())));
          } else if (row.price().isEmpty()) {
            unappraised++;
          } else if (accept(name, row)) {
            accepted++;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      sources.add(
          new Provenance.Data(
              name, sha256(file), rows, accepted, unappraised, rows - accepted - unappraised));
    }

    private boolean accept(String name, StoneRow row) {
      Appraisal stone = new Appraisal(row.stone().orElseThrow(), row.price().orElseThrow());
      LastWord word = said.get(stone.stone());
      String before = word == null ? null : word.prices().get(stone.price());
      if (before != null) {
        String problem = "is the same stone at the same price as in " + before;
        setAside.add(new SetAside(name, row.line(), "row", "", problem));
        return false;
      }
      if (word == null || word.file() != batches.size()) {
        word = new LastWord(batches.size(), new HashMap<>());
        said.put(stone.stone(), word);
      }
      word.prices().put(stone.price(), name + " line " + row.line());
      batches.getLast().add(stone);
      return true;
    }
  }

  private static String sha256(Path file) {
    try {
      return Checksums.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
