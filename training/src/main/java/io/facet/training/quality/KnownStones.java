package io.facet.training.quality;

import io.facet.training.stones.StoneTable;
import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Diamond;
import java.util.OptionalDouble;

/**
 * The price of every stone that has been appraised before. Stones are the same when their nine
 * features are.
 */
public final class KnownStones {

  private final StoneTable stones = new StoneTable();

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
    appraisals.forEach(this::add);
  }

  /** The same of one. */
  public void add(Appraisal appraisal) {
    stones.put(appraisal);
  }

  /** What {@code stone} was appraised at last, in USD. */
  public OptionalDouble price(Diamond stone) {
    return stones.price(stone);
  }

  public int size() {
    return stones.size();
  }
}
