package io.facet.training.quality;

import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The price of every stone that has been appraised before. Stones are the same when their nine
 * features are.
 */
public final class KnownStones {

  private final Map<Diamond, Double> prices = new HashMap<>();

  private KnownStones() {}

  public static KnownStones none() {
    return new KnownStones();
  }

  /** Those of {@code appraisals}, the oldest first. */
  public static KnownStones of(Iterable<Appraisal> appraisals) {
    KnownStones known = new KnownStones();
    known.add(appraisals);
    return known;
  }

  /** From now on these are known too, and their prices are the newer ones. */
  public void add(Iterable<Appraisal> appraisals) {
    appraisals.forEach(appraisal -> prices.put(appraisal.stone(), appraisal.price()));
  }

  /** What {@code stone} was appraised at last, in USD. */
  public OptionalDouble price(Diamond stone) {
    Double price = prices.get(stone);
    return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
  }

  public int size() {
    return prices.size();
  }
}
