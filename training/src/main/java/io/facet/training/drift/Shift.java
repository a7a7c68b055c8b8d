package io.facet.training.drift;

import io.facet.registry.profile.Distribution;
import io.facet.registry.profile.Level;
import java.util.Locale;
import smile.stat.distribution.ChiSquareDistribution;

/**
 * How far the distribution of one thing has moved: the population stability index, Σ (q − p) ·
 * ln(q/p) over bins, whose usual marks are .1 and .25. Batches are small, and the index of a small
 * batch is large even where nothing has moved: about (bins − 1) · (1/n + 1/N) on average, and
 * distributed as chi-square times (1/n + 1/N). So the marks are set on what exceeds that average,
 * and count only where chance doesn't reach (Yurdakul, Statistical Properties of the Population
 * Stability Index, 2018).
 *
 * @param name in files and answers
 * @param words for people
 * @param learned what the model has learned from
 * @param batch what came
 * @param psi the index
 * @param byChance what it is on average where nothing has moved
 * @param chanceReaches what it stays below in 999 of 1,000 batches where nothing has moved
 */
public record Shift(
    String name,
    String words,
    Distribution learned,
    Distribution batch,
    double psi,
    double byChance,
    double chanceReaches) {

  /** Fewer stones than this say nothing. */
  public static final int FEWEST = 20;

  // Eleven things are asked at once: a batch that hasn't moved raises no more than one mark in 100.
  private static final double CONFIDENCE = .999;

  static Shift of(String name, String words, Distribution learned, Distribution batch) {
    int free = learned.counts().size() - 1;
    double byChance = learned.psiByChance(batch);
    double reaches =
        free == 0 ? 0 : byChance / free * new ChiSquareDistribution(free).quantile(CONFIDENCE);
    return new Shift(name, words, learned, batch, learned.psi(batch), byChance, reaches);
  }

  /** Whether anything can be said at all. */
  public boolean judged() {
    return batch.stones() >= FEWEST;
  }

  public Level level() {
    if (!judged() || psi <= chanceReaches) {
      return Level.NONE;
    }
    return Level.ofPsi(psi - byChance);
  }

  /** The bin whose share has changed most, such as {@code G: 22.6 % learned, 31.0 % here}. */
  String change() {
    int most = 0;
    for (int bin = 1; bin < learned.counts().size(); bin++) {
      if (Math.abs(change(bin)) > Math.abs(change(most))) {
        most = bin;
      }
    }
    return String.format(
        Locale.ROOT,
        "%s: %.1f %% learned, %.1f %% here",
        learned.labels().get(most),
        learned.percents().get(most),
        batch.percents().get(most));
  }

  private double change(int bin) {
    return batch.percents().get(bin) - learned.percents().get(bin);
  }
}
