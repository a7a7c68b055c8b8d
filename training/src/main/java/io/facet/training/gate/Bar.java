package io.facet.training.gate;

import java.util.Map;

/** One thing that a challenger has to show. */
public sealed interface Bar
    permits LowerError, EvenSegments, HeldRanges, ExactReasons, QuickAnswers, SameOnnx, Unjudged {

  /** Whether a bar was met. */
  enum Standing {
    MET,
    MISSED,
    /** There was nothing to hold it against, and that is nobody's fault. */
    NOT_ASKED;

    static Standing of(boolean met) {
      return met ? MET : MISSED;
    }

    /** For people. */
    public String words() {
      return switch (this) {
        case MET -> "met";
        case MISSED -> "MISSED";
        case NOT_ASKED -> "not asked";
      };
    }
  }

  /** In two or three words. */
  String name();

  Standing standing();

  /** What was measured, with its unit, in a few words; empty where nothing was. */
  String figure();

  /** What that means, as a whole sentence. */
  String sentence();

  /** What was measured by name, units in the names, in a fixed order. */
  Map<String, Double> figures();
}
