package io.facet.valuation.stone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What a price is made of, in the order in which the trade speaks of it. Weight, x, y and z tell of
 * the same thing four times; spread, roundness and height are what the dimensions say beyond the
 * weight, so that each factor can change while the others hold.
 */
public enum Factor {
  /** Weight in ct. */
  CARAT("weight", " ct", 2),
  /** Color grade as its position from J = 0 to D = 6. */
  COLOR("color", "", 0),
  /** Clarity grade as its position from I1 = 0 to IF = 7. */
  CLARITY("clarity", "", 0),
  /** Cut grade as its position from Fair = 0 to Ideal = 4. */
  CUT("cut", "", 0),
  /** Stated total depth in % of the mean diameter. */
  DEPTH("depth", " %", 1),
  /** Table in % of the diameter. */
  TABLE("table", " %", 1),
  /** x / ∛carat: how large the stone looks for its weight, in mm per cube-root carat. */
  SPREAD("spread", " mm/∛ct", 2),
  /** y / x: 1 where the outline is round. */
  ROUNDNESS("roundness", "", 3),
  /**
   * 100·z / √(x·y) − depth: how far the measured height departs from the stated depth, in
   * percentage points.
   */
  HEIGHT("height", " points", 2);

  private static final Factor[] ALL = values();

  /** How many factors there are: the length of every array of factor values. */
  public static final int COUNT = ALL.length;

  private final String words;
  private final String unit;
  private final int decimals;

  Factor(String words, String unit, int decimals) {
    this.words = words;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** The factor whose values stand at {@code position} of every array of factor values. */
  public static Factor at(int position) {
    return ALL[position];
  }

  /** The name in files and answers, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the trade calls it. */
  public String words() {
    return words;
  }

  /** This factor of {@code stone}, in the unit its constant states. */
  public double of(Diamond stone) {
    return switch (this) {
      case CARAT -> stone.carat();
      case COLOR -> stone.color().ordinal();
      case CLARITY -> stone.clarity().ordinal();
      case CUT -> stone.cut().ordinal();
      case DEPTH -> stone.depth();
      case TABLE -> stone.table();
      case SPREAD -> stone.x() / Math.cbrt(stone.carat());
      case ROUNDNESS -> stone.y() / stone.x();
      case HEIGHT -> 100 * stone.z() / Math.sqrt(stone.x() * stone.y()) - stone.depth();
    };
  }

  /** The nine factors of {@code stone}, in the order of the constants. */
  public static double[] all(Diamond stone) {
    double[] factors = new double[COUNT];
    all(stone, factors);
    return factors;
  }

  /** Writes the nine factors of {@code stone} into {@code factors}, for callers that reuse it. */
  public static void all(Diamond stone, double[] factors) {
    for (Factor factor : ALL) {
      factors[factor.ordinal()] = factor.of(stone);
    }
  }

  /**
   * A value of this factor as a jeweller writes it: {@code 0.72 ct}, {@code VS1}, {@code 61.5 %}.
   */
  public String format(double value) {
    return switch (this) {
      case COLOR -> spelling(Color.values(), value);
      case CLARITY -> spelling(Clarity.values(), value);
      case CUT -> spelling(Cut.values(), value);
      // A decimal knows no -0: a height of -0.001 points is written as none at all.
      default ->
          BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() + unit;
    };
  }

  /** Grades of a graded factor from worst to best; empty for a measured one. */
  public List<String> grades() {
    return switch (this) {
      case COLOR -> Grade.spellings(Color.class);
      case CLARITY -> Grade.spellings(Clarity.class);
      case CUT -> Grade.spellings(Cut.class);
      default -> List.of();
    };
  }

  private static String spelling(Grade[] grades, double position) {
    return grades[(int) position].spelling();
  }
}
