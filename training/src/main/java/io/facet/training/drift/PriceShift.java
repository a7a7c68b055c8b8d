package io.facet.training.drift;

import io.facet.registry.profile.Level;
import io.facet.registry.profile.Profile;
import java.util.Locale;
import smile.stat.distribution.TDistribution;

/**
 * How much more experts pay for the same stone than when the model learned: the mean log of price
 * over estimate, against the same out of fold (Welch's t, as both are samples and may spread
 * differently).
 *
 * @param stones how many prices are known
 * @param percent by how much prices have risen
 * @param low lower end of the 95 % interval of {@code percent}
 * @param high upper end
 * @param p how likely a shift as large is, either way, where there is none
 */
public record PriceShift(long stones, double percent, double low, double high, double p) {

  /** In %; what even the nearer end of the interval must reach. */
  public static final double WARNING = 2;

  /** The same for an alarm. */
  public static final double ALARM = 5;

  private static final double CONFIDENCE = .95;

  static PriceShift of(Profile.Errors learned, Moments batch) {
    double own = Math.pow(batch.deviation(), 2) / batch.count();
    long known = learned.spread().stones();
    double theirs = Math.pow(learned.deviation(), 2) / known;
    double shift = batch.mean() - learned.mean();
    double standardError = Math.sqrt(own + theirs);
    if (standardError == 0) {
      double percent = percent(shift);
      return new PriceShift(batch.count(), percent, percent, percent, shift == 0 ? 1 : 0);
    }
    double freedom =
        Math.pow(own + theirs, 2)
            / (own * own / (batch.count() - 1) + theirs * theirs / (known - 1));
    TDistribution t = new TDistribution((int) Math.clamp(freedom, 1, 1_000_000));
    double half = t.quantile((1 + CONFIDENCE) / 2) * standardError;
    return new PriceShift(
        batch.count(),
        percent(shift),
        percent(shift - half),
        percent(shift + half),
        1 - t.cdf2tailed(Math.abs(shift / standardError)));
  }

  public Level level() {
    double nearer = low > 0 ? low : high < 0 ? -high : 0;
    if (stones < Shift.FEWEST || nearer < WARNING) {
      return Level.NONE;
    }
    return nearer < ALARM ? Level.WARNING : Level.ALARM;
  }

  /** A whole sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "Experts pay %.1f %% %s than the model expects (95 %%: %+.1f to %+.1f %%, p %s), on %,d stones.",
        Math.abs(percent),
        percent < 0 ? "less" : "more",
        low,
        high,
        p < .0001 ? "< .0001" : String.format(Locale.ROOT, "= %.4f", p),
        stones);
  }

  private static double percent(double log) {
    return 100 * Math.expm1(log);
  }
}
