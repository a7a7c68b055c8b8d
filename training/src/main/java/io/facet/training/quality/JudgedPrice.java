package io.facet.training.quality;

import io.facet.valuation.Appraisal;
import io.facet.valuation.Appraiser;
import io.facet.valuation.Estimate;
import java.util.Locale;
import java.util.Optional;

/**
 * An expert's price beside the model's.
 *
 * @param appraised USD
 * @param estimate the model's price and range
 */
record JudgedPrice(double appraised, Estimate estimate) {

  static JudgedPrice of(Appraiser model, Appraisal appraisal) {
    return new JudgedPrice(appraisal.price(), model.estimate(appraisal.stone()));
  }

  double ratio() {
    return appraised / estimate.price();
  }

  /** Whether the model has seen such stones, so that it may contradict an expert. */
  boolean isFamiliar() {
    return estimate.caveats().isEmpty();
  }

  boolean isHeld() {
    return estimate.range().low() <= appraised && appraised <= estimate.range().high();
  }

  /** How far off the expert's price is, in lengths of the range on its side. */
  private double lengths() {
    double end = ratio() < 1 ? estimate.range().low() : estimate.range().high();
    return Math.log(ratio()) / Math.log(end / estimate.price());
  }

  private double timesOff() {
    return Math.max(ratio(), 1 / ratio());
  }

  /** The finding for which its row is set aside or looked at; empty for a price that fits. */
  Optional<Finding> finding(long line) {
    if (!isFamiliar()) {
      return Rule.PRICE_FAR_UNFAMILIAR.isBroken(timesOff())
          ? Optional.of(finding(Rule.PRICE_FAR_UNFAMILIAR, line))
          : Optional.empty();
    }
    if (Rule.PRICE_FAR.isBroken(lengths())) {
      return Optional.of(finding(Rule.PRICE_FAR, line));
    }
    return Rule.PRICE_ODD.isBroken(lengths())
        ? Optional.of(finding(Rule.PRICE_ODD, line))
        : Optional.empty();
  }

  private Finding finding(Rule rule, long line) {
    String reason =
        String.format(
            Locale.ROOT,
            "$%,.0f is %.2f times the model's price, $%,.0f, and %.0f in 100 such stones lie between $%,.0f and $%,.0f%s",
            appraised,
            ratio(),
            estimate.price(),
            100 * estimate.range().coverage(),
            estimate.range().low(),
            estimate.range().high(),
            digits());
    return Finding.of(rule, line, "price", appraised, reason);
  }

  /** A guess at the digits, where the price would fit if it had one more or one fewer. */
  private String digits() {
    if (isWithin(appraised / 10)) {
      return ": a digit too many?";
    }
    return isWithin(appraised * 10) ? ": a digit too few?" : "";
  }

  private boolean isWithin(double price) {
    JudgedPrice other = new JudgedPrice(price, estimate);
    return !Rule.PRICE_ODD.isBroken(other.lengths());
  }
}
