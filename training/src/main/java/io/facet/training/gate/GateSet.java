package io.facet.training.gate;

import io.facet.registry.folder.Checksums;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The stones that are kept from learning, to judge by. A stone's own nine features decide on which
 * side it lies, never its row, its file or its price: whenever it comes again, it lies there again.
 */
public final class GateSet {

  /** The share of fresh stones that is kept. */
  public static final double SHARE = .2;

  /** With fewer stones than this, models are compared out of fold instead. */
  public static final int ENOUGH = 1_500;

  private static final String SALT = "facet gate set:";
  private static final int HEX_DIGITS = 13;

  private GateSet() {}

  /**
   * A batch in two.
   *
   * @param learned may be learned from
   * @param kept to judge by
   */
  public record Split(List<Appraisal> learned, List<Appraisal> kept) {

    public Split {
      learned = List.copyOf(learned);
      kept = List.copyOf(kept);
    }
  }

  /** Splits a fresh {@code batch}. */
  public static Split split(List<Appraisal> batch) {
    return split(batch, Set.of());
  }

  /**
   * The same where {@code learnedBefore} have been learned from, as stones were before there was a
   * gate set: they can't be kept from learning any more.
   */
  public static Split split(List<Appraisal> batch, Set<Diamond> learnedBefore) {
    List<Appraisal> learned = new ArrayList<>();
    List<Appraisal> kept = new ArrayList<>();
    for (Appraisal appraisal : batch) {
      boolean keep = keeps(appraisal.stone()) && !learnedBefore.contains(appraisal.stone());
      (keep ? kept : learned).add(appraisal);
    }
    return new Split(learned, kept);
  }

  /** Whether {@code stone} is one of those to judge by. */
  public static boolean keeps(Diamond stone) {
    String digest = Checksums.sha256((SALT + identity(stone)).getBytes(StandardCharsets.UTF_8));
    long drawn = Long.parseLong(digest.substring(0, HEX_DIGITS), 16);
    return drawn < SHARE * (1L << (4 * HEX_DIGITS));
  }

  /** Bits, since no later Java can come to print them in another way. */
  private static String identity(Diamond stone) {
    return String.join(
        ",",
        bits(stone.carat()),
        stone.cut().spelling(),
        stone.color().spelling(),
        stone.clarity().spelling(),
        bits(stone.depth()),
        bits(stone.table()),
        bits(stone.x()),
        bits(stone.y()),
        bits(stone.z()));
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }
}
