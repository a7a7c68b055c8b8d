package io.facet.training.quality;

import io.facet.valuation.stone.Possibility;
import java.util.Arrays;
import java.util.Optional;

/** What people do when they write a stone down. Undoing it tells them what to look for. */
enum Slip {
  X_AND_Z("x and z were swapped"),
  Y_AND_Z("y and z were swapped"),
  DEPTH_AND_TABLE("depth and table were swapped"),
  MILLIGRAMS("its weight were in milligrams"),
  POINTS("its weight were in points (hundredths of a carat)"),
  GRAMS("its weight were in grams"),
  TENFOLD("its weight were a tenth, a digit less"),
  TENTH("its weight were ten times as much, a digit more"),
  INCHES("x, y and z were in inches"),
  CENTIMETRES("x, y and z were in centimetres");

  /** The numbers of a stone that may not exist. */
  record Sizes(double carat, double depth, double table, double x, double y, double z) {

    private Sizes weighing(double factor) {
      return new Sizes(carat * factor, depth, table, x, y, z);
    }

    private Sizes measuring(double factor) {
      return new Sizes(carat, depth, table, x * factor, y * factor, z * factor);
    }

    double depthOff() {
      return Math.abs(depth - Possibility.measuredDepth(x, y, z));
    }

    double caratPerMm3() {
      return carat / (x * y * z);
    }

    /** Whether all of it fits as it does in nearly every stone. */
    private boolean fits() {
      return carat > 0
          && !Rule.WEIGHT.isBroken(carat)
          && Math.min(x, Math.min(y, z)) > 0
          && !Rule.ODD_DEPTH_FIT.isBroken(depthOff())
          && !Rule.ODD_WEIGHT_FIT.isBroken(caratPerMm3())
          && !Rule.ODD_DEPTH.isBroken(depth)
          && !Rule.ODD_TABLE.isBroken(table)
          && !Rule.ODD_OUTLINE.isBroken(y / x);
    }
  }

  private final String words;

  Slip(String words) {
    this.words = words;
  }

  /** Goes on from <i>the stone would fit if …</i>. */
  String words() {
    return words;
  }

  /** The slip without which {@code written} would be an ordinary stone. */
  static Optional<Slip> in(Sizes written) {
    return Arrays.stream(values()).filter(slip -> slip.undo(written).fits()).findFirst();
  }

  private Sizes undo(Sizes s) {
    return switch (this) {
      case X_AND_Z -> new Sizes(s.carat, s.depth, s.table, s.z, s.y, s.x);
      case Y_AND_Z -> new Sizes(s.carat, s.depth, s.table, s.x, s.z, s.y);
      case DEPTH_AND_TABLE -> new Sizes(s.carat, s.table, s.depth, s.x, s.y, s.z);
      case MILLIGRAMS -> s.weighing(1 / 200.0);
      case POINTS -> s.weighing(1 / 100.0);
      case GRAMS -> s.weighing(5);
      case TENFOLD -> s.weighing(.1);
      case TENTH -> s.weighing(10);
      case INCHES -> s.measuring(25.4);
      case CENTIMETRES -> s.measuring(10);
    };
  }
}
