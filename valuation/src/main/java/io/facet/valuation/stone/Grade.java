package io.facet.valuation.stone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A grade of one of the three graded Cs. Constants stand from worst to best, so that {@code
 * ordinal()} is the number that models learn from.
 */
public sealed interface Grade permits Cut, Color, Clarity {

  /** The grade as the trade spells it, such as {@code Very Good} or {@code VVS2}. */
  String spelling();

  int ordinal();

  /** The constant of {@code type} spelt {@code text}; case and surrounding blanks don't matter. */
  static <G extends Enum<G> & Grade> Optional<G> parse(Class<G> type, String text) {
    String wanted = text.strip();
    return Arrays.stream(type.getEnumConstants())
        .filter(grade -> grade.spelling().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** Every spelling of {@code type}, from worst to best. */
  static <G extends Enum<G> & Grade> List<String> spellings(Class<G> type) {
    return Arrays.stream(type.getEnumConstants()).map(Grade::spelling).toList();
  }
}
