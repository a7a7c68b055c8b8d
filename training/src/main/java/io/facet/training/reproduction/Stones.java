package io.facet.training.reproduction;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.folder.Checksums;
import io.facet.registry.folder.Provenance;
import io.facet.training.pipeline.TrainingSet;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a provenance names, wherever they lie: found by their digest, so that a file that
 * was changed since is none of them.
 */
public final class Stones {

  private final Map<String, Path> byDigest = new HashMap<>();
  private final TrainingSet set;

  /**
   * @param files at hand, whatever they are called
   * @param set where the pipeline keeps what it has accepted
   */
  public Stones(List<Path> files, TrainingSet set) throws IOException {
    for (Path file : files) {
      byDigest.put(Checksums.sha256(file), file);
    }
    this.set = set;
  }

  /**
   * All that {@code provenance} was learned from.
   *
   * @param scratch an empty folder
   * @throws RefusedFileException when files are missing; names all that are
   */
  TrainingData of(Provenance provenance, Path scratch) throws IOException {
    List<Path> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Provenance.Data data : provenance.data()) {
      // Its name goes into the new provenance; the number keeps two of one name apart.
      Path target = scratch.resolve("%06d".formatted(found.size())).resolve(data.name());
      fetch(data.sha256(), target)
          .ifPresentOrElse(
              found::add,
              () -> missing.add("%s (SHA-256 %s)".formatted(data.name(), data.sha256())));
    }
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          "The files that it learned from are neither in the training set nor given by --data: "
              + String.join(", ", missing));
    }
    return TrainingData.read(found);
  }

  private Optional<Path> fetch(String sha256, Path target) throws IOException {
    Path file = byDigest.get(sha256);
    if (file != null) {
      Files.createDirectories(target.getParent());
      return Optional.of(Files.copy(file, target));
    }
    try {
      return Optional.of(set.fetch(sha256, target));
    } catch (RegistryRefusedException e) {
      return Optional.empty();
    }
  }
}
