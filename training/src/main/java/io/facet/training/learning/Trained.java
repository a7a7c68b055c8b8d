package io.facet.training.learning;

import io.facet.registry.folder.Provenance;
import io.facet.training.evaluation.CrossValidation;
import io.facet.training.evaluation.Folds;
import io.facet.training.evaluation.Rising;
import io.facet.training.families.ModelFamily;
import io.facet.training.families.gaussian.Doubts;
import io.facet.training.stones.TrainingData;
import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.TrainingDomain;
import io.facet.valuation.Uncertainty;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A model ready to be packaged: learned from every accepted stone, while its stated figures and its
 * ranges come from stones that it had not seen.
 *
 * @param family that learned it
 * @param validation out of fold
 * @param appraiser what is packaged
 * @param rising whether it prices better stones higher
 * @param golden stones to be asked again by whoever reads the model
 * @param provenance where it comes from
 */
public record Trained(
    ModelFamily family,
    CrossValidation validation,
    Appraiser appraiser,
    Rising rising,
    List<Diamond> golden,
    Provenance provenance) {

  private static final int GOLDEN = 20;

  public Trained {
    golden = List.copyOf(golden);
  }

  /** Refits {@code family} on all of {@code data}, with the ranges of {@code validation}. */
  public static Trained refit(
      ModelFamily family, TrainingData data, CrossValidation validation, long seed, Clock clock) {
    List<Diamond> stones = data.stones().stream().map(Appraisal::stone).toList();
    Appraiser appraiser = appraiser(family, data.stones(), validation, seed);
    Rising rising = Rising.of(appraiser, stones);
    Map<String, Double> metrics = new LinkedHashMap<>(validation.figures().named());
    metrics.putAll(rising.named());
    Provenance provenance =
        new Provenance(
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            family.name(),
            seed,
            new TreeMap<>(family.parameters()),
            data.sources(),
            commit(),
            versions(),
            metrics);
    return new Trained(family, validation, appraiser, rising, golden(stones), provenance);
  }

  /**
   * What {@code family} does on stones of {@code data} that it has not learned from.
   *
   * @param progress told after each fold how many are done
   */
  public static CrossValidation validate(
      ModelFamily family, TrainingData data, long seed, IntConsumer progress) {
    return CrossValidation.of(family, data.stones(), folds(data), seed, progress);
  }

  /** The fold of each stone of {@code data}, which it keeps when more files come. */
  public static int[] folds(TrainingData data) {
    return Folds.assign(data.stones(), data.batches(), CrossValidation.FOLDS);
  }

  /** What {@code family} learns from all of {@code data}, with the ranges of {@code validation}. */
  public static Appraiser appraiser(
      ModelFamily family, List<Appraisal> data, CrossValidation validation, long seed) {
    List<Diamond> stones = data.stream().map(Appraisal::stone).toList();
    return new Appraiser(
        family.fit(data, seed),
        new Uncertainty(validation.logSpread(), Optional.of(Doubts.about(data))),
        TypicalStone.of(stones),
        validation.calibration(),
        TrainingDomain.of(stones).withDearest(dearest(data)));
  }

  private static double dearest(List<Appraisal> stones) {
    return stones.stream().mapToDouble(Appraisal::price).max().orElseThrow();
  }

  private static String commit() {
    String commit = System.getenv("FACET_COMMIT");
    return commit == null || commit.isBlank() ? "unknown" : commit;
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("jdk", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    Properties built = new Properties();
    try (InputStream in = Trained.class.getResourceAsStream("versions.properties")) {
      built.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    built.stringPropertyNames().forEach(name -> versions.put(name, built.getProperty(name)));
    return versions;
  }

  /** Real stones, from the lightest to the heaviest. */
  private static List<Diamond> golden(List<Diamond> stones) {
    Diamond[] byWeight = stones.toArray(Diamond[]::new);
    Arrays.sort(byWeight, Comparator.comparingDouble(Diamond::carat));
    return IntStream.range(0, GOLDEN)
        .mapToObj(i -> byWeight[i * (byWeight.length - 1) / (GOLDEN - 1)])
        .toList();
  }
}
