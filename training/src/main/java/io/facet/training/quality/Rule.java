package io.facet.training.quality;

import static io.facet.training.quality.Bar.atLeast;
import static io.facet.training.quality.Bar.atMost;
import static io.facet.training.quality.Bar.between;
import static io.facet.training.quality.Severity.REFUSE_FILE;
import static io.facet.training.quality.Severity.SET_ASIDE;
import static io.facet.training.quality.Severity.WARN;
import static io.facet.valuation.stone.Possibility.DEPTH_TOLERANCE;
import static io.facet.valuation.stone.Possibility.HEAVIEST_CT;
import static io.facet.valuation.stone.Possibility.HEAVIEST_CT_PER_MM3;
import static io.facet.valuation.stone.Possibility.LIGHTEST_CT_PER_MM3;

import java.util.Locale;

/**
 * All that must hold for a file of appraisals, and what happens where it doesn't. The bars were
 * chosen on the collection: RATIONALE.md has what it breaks of them.
 */
public enum Rule {
  // The file as a whole.
  NOT_A_STONE_FILE(
      REFUSE_FILE,
      "it is UTF-8 text with commas, and its first line names the nine columns and price once each"),
  NO_ROWS(REFUSE_FILE, "it has rows"),
  NOTHING_APPRAISED(REFUSE_FILE, "it has at least one row with a price"),
  TOO_MANY_BAD_ROWS(
      REFUSE_FILE, atMost(20), "at most {high} % of the appraised rows have to be set aside"),
  COLUMNS_MIXED_UP(
      REFUSE_FILE,
      atMost(10),
      "at most {high} % of the appraised stones have odd proportions, or fewer than 5 stones"),
  PRICE_LEVEL(
      REFUSE_FILE,
      between(.8, 1.25),
      "half of the prices lie above {low} to {high} times the model's (from 30 stones on): one currency, one unit"),
  PRICES_SCATTERED(
      REFUSE_FILE,
      atLeast(60),
      "at least {low} % of the prices lie within the model's 90 % ranges (from 30 stones on)"),

  // Rows that can't be used.
  CELLS(SET_ASIDE, "a row has as many cells as the header"),
  MISSING(SET_ASIDE, "none of the nine cells is empty"),
  NUMBER(SET_ASIDE, "numbers are written in digits, with a point"),
  GRADE(SET_ASIDE, "grades are those of the trade, in its spelling; capitals don't matter"),
  WEIGHT(SET_ASIDE, between(0, HEAVIEST_CT), "weight lies above {low} and is at most {high} ct"),
  DIMENSION(SET_ASIDE, atLeast(0), "x, y and z lie above {low} mm"),
  DEPTH_FIT(
      SET_ASIDE,
      atMost(DEPTH_TOLERANCE),
      "stated depth lies within {high} points of 100·z / mean(x, y)"),
  WEIGHT_FIT(
      SET_ASIDE,
      between(LIGHTEST_CT_PER_MM3, HEAVIEST_CT_PER_MM3),
      "weight is {low} to {high} ct per mm³ of x·y·z"),
  PRICE(SET_ASIDE, "the price is a number above 0; -1 or nothing where nobody appraised"),
  PRICE_FAR(
      SET_ASIDE,
      atMost(5),
      "the price lies at most {high} times as far from the model's as its 90 % range reaches"),
  PRICE_FAR_UNFAMILIAR(
      SET_ASIDE,
      atMost(6),
      "where the model knows no such stones, the price is at most {high} times its own, or a sixth"),

  // Possible, but hardly anybody has seen such a stone.
  ODD_DEPTH_FIT(WARN, atMost(1), "stated depth lies within {high} point of 100·z / mean(x, y)"),
  ODD_WEIGHT_FIT(WARN, between(.0055, .0068), "weight is {low} to {high} ct per mm³ of x·y·z"),
  ODD_DEPTH(WARN, between(55, 70), "depth lies between {low} and {high} %"),
  ODD_TABLE(WARN, between(50, 70), "table lies between {low} and {high} %"),
  ODD_OUTLINE(WARN, between(.97, 1.03), "y/x lies between {low} and {high}"),
  PRICE_ODD(
      WARN,
      atMost(2.5),
      "the price lies at most {high} times as far from the model's as its 90 % range reaches"),

  // Stones that come twice.
  DUPLICATE(WARN, "no row repeats a known appraisal, price and all; one that does counts once"),
  REAPPRAISED(WARN, "no stone has two prices; where one has, the newer price counts"),

  // Worth a look.
  NOTHING_NEW(WARN, "it holds an appraisal that is not known yet"),
  CUT_OFF(WARN, "its last line has an end; one without may have been cut off"),
  UNREAD_COLUMNS(WARN, "it has no other columns, which nobody would read"),
  PRICE_LEVEL_ODD(
      WARN,
      between(.94, 1.06),
      "half of the prices lie above {low} to {high} times the model's (from 30 stones on)"),
  PRICES_SCATTERED_ODD(
      WARN,
      atLeast(80),
      "at least {low} % of the prices lie within the model's 90 % ranges (from 30 stones on)");

  private final Severity severity;
  private final double low;
  private final double high;
  private final String words;

  Rule(Severity severity, String words) {
    this(severity, Bar.NONE, words);
  }

  Rule(Severity severity, Bar bar, String words) {
    this.severity = severity;
    this.low = bar.low();
    this.high = bar.high();
    this.words = words;
  }

  public Severity severity() {
    return severity;
  }

  /** Where the measure that the rule speaks of may lie. */
  public Bar bar() {
    return new Bar(low, high);
  }

  /** What must hold, in a sentence. */
  public String sentence() {
    return bar().in(words);
  }

  /** The name in files, such as {@code price_far}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isBroken(double measure) {
    return !(measure >= low && measure <= high);
  }
}
