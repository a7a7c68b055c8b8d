package io.facet.training.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All prices of a file beside the model's.
 *
 * @param stones new ones of a kind that the model knows
 * @param medianRatio the expert's price over the model's, which half of them exceed
 * @param heldPercent how many of them lie within the model's range
 */
public record PriceLevel(long stones, double medianRatio, double heldPercent) {

  /** With fewer stones, chance alone moves them. */
  public static final long ENOUGH = 30;

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(0);
    if (stones >= ENOUGH) {
      worse(Rule.PRICE_LEVEL, Rule.PRICE_LEVEL_ODD, medianRatio, level(), findings);
      worse(Rule.PRICES_SCATTERED, Rule.PRICES_SCATTERED_ODD, heldPercent, scatter(), findings);
    }
    return findings;
  }

  private static void worse(
      Rule bad, Rule odd, double measure, String reason, List<Finding> findings) {
    if (bad.isBroken(measure)) {
      findings.add(Finding.ofFile(bad, reason));
    } else if (odd.isBroken(measure)) {
      findings.add(Finding.ofFile(odd, reason));
    }
  }

  private String level() {
    String guess = "";
    if (Math.abs(Math.log(medianRatio / 100)) < .2) {
      guess = ": are they in cents?";
    } else if (Rule.PRICE_LEVEL.isBroken(medianRatio)) {
      guess = ": another currency, another unit, or prices per carat?";
    }
    return String.format(
        Locale.ROOT,
        "half of %,d prices lie above %.3g times the model's%s",
        stones,
        medianRatio,
        guess);
  }

  private String scatter() {
    return String.format(
        Locale.ROOT,
        "only %.0f %% of %,d prices lie within the model's ranges, which are to hold 90 %%:"
            + " prices beside the wrong stones, or two currencies?",
        heldPercent,
        stones);
  }

  /** Adds prices up in constant memory, whatever their order. */
  static final class Tally {

    // Ratios by their log, a thousandth of it a bin, up to e^±12: beyond, all is equally absurd.
    private static final int PER_UNIT = 1_000;
    private static final int FARTHEST = 12;

    private final long[] bins = new long[2 * FARTHEST * PER_UNIT + 1];
    private long stones;
    private long held;

    void add(JudgedPrice price) {
      long bin = Math.round(Math.log(price.ratio()) * PER_UNIT) + FARTHEST * PER_UNIT;
      bins[Math.clamp(bin, 0, bins.length - 1)]++;
      stones++;
      if (price.isHeld()) {
        held++;
      }
    }

    PriceLevel level() {
      return new PriceLevel(stones, median(), 100.0 * held / stones);
    }

    boolean isEmpty() {
      return stones == 0;
    }

    private double median() {
      int bin = 0;
      for (long below = bins[0]; 2 * below < stones; below += bins[bin]) {
        bin++;
      }
      return Math.exp((bin - FARTHEST * PER_UNIT) / (double) PER_UNIT);
    }
  }
}
