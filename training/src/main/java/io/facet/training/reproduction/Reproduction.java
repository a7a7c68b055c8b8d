package io.facet.training.reproduction;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Provenance;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.families.Families;
import io.facet.training.families.ModelFamily;
import io.facet.training.folder.TrainedFolder;
import io.facet.training.learning.Trained;
import io.facet.training.stones.RefusedFileException;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * A model and what came of learning it again.
 *
 * @param otherwise what was different when it was learned: commit, JDK, settings; such as {@code
 *     jdk: 25.0.2 then, 25.0.3 now}
 * @param changed the files that differ, besides those that a sweep left
 * @param apart how far the prices of all stones that it learned from lie apart at most, as a share
 */
public record Reproduction(List<String> otherwise, List<String> changed, double apart) {

  private static final String SWEEP = "training/sweep";

  public Reproduction {
    otherwise = List.copyOf(otherwise);
    changed = List.copyOf(changed);
  }

  /** Whether it is the same, byte for byte. */
  public boolean isIdentical() {
    return changed.isEmpty();
  }

  /**
   * Learns {@code original} again.
   *
   * @param target the new folder
   * @param progress told after each fold how many are done
   */
  public static Reproduction of(
      ModelFolder original, Stones stones, Path scratch, Path target, IntConsumer progress)
      throws IOException {
    Provenance provenance = original.provenance();
    ModelFamily family = family(provenance);
    TrainingData data = stones.of(provenance, scratch);
    CrossValidation validation = Trained.validate(family, data, provenance.seed(), progress);
    Clock then = Clock.fixed(provenance.trainedAt(), ZoneOffset.UTC);
    Trained trained = Trained.refit(family, data, validation, provenance.seed(), then);
    ModelFolder again = TrainedFolder.write(target, trained, data);
    return new Reproduction(
        otherwise(provenance, again.provenance()),
        changed(original, again),
        apart(original, again, data.stones()));
  }

  /** The family as it learns today, with the settings of then where it has them still. */
  private static ModelFamily family(Provenance provenance) {
    Optional<ModelFamily> quick =
        Families.named(provenance.family(), true)
            .filter(family -> family.parameters().equals(provenance.parameters()));
    return quick
        .or(() -> Families.named(provenance.family(), false))
        .orElseThrow(
            () ->
                new RefusedFileException(
                    "this Facet has no family \"%s\"; it has %s"
                        .formatted(provenance.family(), String.join(", ", Families.names()))));
  }

  private static List<String> otherwise(Provenance then, Provenance now) {
    List<String> otherwise = new ArrayList<>();
    if (!then.commit().equals(now.commit())) {
      otherwise.add("commit: %s then, %s now".formatted(then.commit(), now.commit()));
    }
    addDifferences(then.versions(), now.versions(), otherwise);
    addDifferences(then.parameters(), now.parameters(), otherwise);
    return otherwise;
  }

  private static void addDifferences(
      Map<String, String> then, Map<String, String> now, List<String> otherwise) {
    Map<String, String> all = new TreeMap<>(then);
    now.forEach(all::putIfAbsent);
    for (String name : all.keySet()) {
      String was = then.getOrDefault(name, "none");
      String is = now.getOrDefault(name, "none");
      if (!was.equals(is)) {
        otherwise.add("%s: %s then, %s now".formatted(name, was, is));
      }
    }
  }

  private static List<String> changed(ModelFolder original, ModelFolder again) {
    Map<String, String> was = original.digests();
    Map<String, String> is = again.digests();
    return Stream.concat(was.keySet().stream(), is.keySet().stream())
        .filter(file -> !file.startsWith(SWEEP))
        .distinct()
        .sorted()
        .filter(file -> !Objects.equals(was.get(file), is.get(file)))
        .toList();
  }

  private static double apart(ModelFolder original, ModelFolder again, List<Appraisal> stones) {
    return stones.stream()
        .map(Appraisal::stone)
        .mapToDouble(
            stone ->
                Math.abs(
                    again.appraiser().estimate(stone).price()
                            / original.appraiser().estimate(stone).price()
                        - 1))
        .max()
        .orElseThrow();
  }
}
