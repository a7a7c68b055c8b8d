package io.facet.training.quality;

import io.facet.registry.folder.Checksums;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.StoneFile;
import io.facet.training.stones.StoneRow;
import io.facet.valuation.Appraiser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds files of appraisals against every {@link Rule}, row by row, in memory that doesn't grow
 * with them.
 */
public final class Inspector {

  private final Optional<Appraiser> model;
  private final KnownStones known;

  private Inspector(Optional<Appraiser> model, KnownStones known) {
    this.model = model;
    this.known = known;
  }

  /** Looks at everything but whether prices are plausible. */
  public static Inspector without(KnownStones known) {
    return new Inspector(Optional.empty(), known);
  }

  /**
   * Looks at everything.
   *
   * @param model what prices are compared with
   * @param known what was appraised before, read at every look and never changed
   */
  public static Inspector with(Appraiser model, KnownStones known) {
    return new Inspector(Optional.of(model), known);
  }

  /** Looks at {@code file}. A file that can't be read at all is refused like any other. */
  public Inspection inspect(Path file) {
    return inspect(file, Bystander.NONE);
  }

  /** The same, telling {@code watcher} of every row and every finding. */
  public Inspection inspect(Path file, Bystander watcher) {
    Inspecting inspecting = new Inspecting(file, model, known, watcher);
    try (StoneFile stones = StoneFile.open(file)) {
      inspecting.columns(stones);
      for (StoneRow row : stones) {
        inspecting.row(stones, row);
      }
      inspecting.end(stones);
    } catch (RefusedFileException e) {
      // Where it lies while it is looked at says nothing to whoever sent it.
      String name = String.valueOf(file.getFileName());
      inspecting.refuse(String.valueOf(e.getMessage()).replace(file.toString(), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inspecting.outcome(sha256(file));
  }

  private static String sha256(Path file) {
    try {
      return Files.isRegularFile(file) ? Checksums.sha256(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
