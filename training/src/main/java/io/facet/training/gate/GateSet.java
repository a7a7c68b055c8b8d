package io.facet.training.gate;

import io.facet.registry.folder.Checksums;
import io.facet.valuation.stone.Diamond;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

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
   * Whether {@code stone} of a fresh batch is kept to judge by. What has been {@code learnedBefore}
   * there was a gate set can't be kept from learning any more.
   */
  public static boolean keeps(Diamond stone, Predicate<Diamond> learnedBefore) {
    return keeps(stone) && !learnedBefore.test(stone);
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
